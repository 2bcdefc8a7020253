using Azure;
using Azure.Data.Tables;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>
/// The counter that orders the cases by opening. Each reservation replaces the counter only if it is unchanged since it was read, so that
/// no place is given out twice.
/// </summary>
/// <remarks>An opening that fails leaves its place unused: this order may have gaps, document numbers may not.</remarks>
public static class OpeningCounter
{
    private const string Last = "Last";

    /// <summary>The next place, and the change to the counter that takes it.</summary>
    public static async Task<(long Opened, TableTransactionAction Change)> NextAsync(TablesStore store, CancellationToken cancellation)
    {
        if (store.LastOpened is not { } last)
        {
            var row = await TablesStore.FindAsync(store.Index, IndexRows.Partition, IndexRows.Counter, cancellation);
            if (row is null && await TablesRepair.RestoreIfLostAsync(store, cancellation))
                row = await TablesStore.FindAsync(store.Index, IndexRows.Partition, IndexRows.Counter, cancellation);
            last = row is null ? (0, null) : (row.GetInt64(Last)!.Value, row.ETag);
        }

        var next = new TableEntity(IndexRows.Partition, IndexRows.Counter) { [Last] = last.Opened + 1 };
        return (last.Opened + 1, last.Tag is { } tag
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, next, tag)
            : new TableTransactionAction(TableTransactionActionType.Add, next));
    }

    /// <summary>Remembers the counter as this process has just written it, so that its next opening need not read it.</summary>
    public static void Reached(TablesStore store, long opened, ETag tag) => store.LastOpened = (opened, tag == default ? null : tag);

    public static void Forget(TablesStore store) => store.LastOpened = null;

    /// <summary>Raises the counter to at least this place.</summary>
    public static async Task RaiseAsync(TablesStore store, long opened, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await TablesStore.FindAsync(store.Index, IndexRows.Partition, IndexRows.Counter, cancellation);
            if (row?.GetInt64(Last) >= opened) return;

            var raised = new TableEntity(IndexRows.Partition, IndexRows.Counter) { [Last] = opened };
            var written = row is null
                ? await store.Index.TryAddAsync(raised, cancellation)
                : await store.Index.TryReplaceAsync(raised, row.ETag, cancellation);
            if (written is not null) return;
        }
    }
}

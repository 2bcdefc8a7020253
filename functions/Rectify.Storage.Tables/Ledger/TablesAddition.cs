using Azure;
using Azure.Data.Tables;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>
/// Writes the index rows that an append adds: reserved under its token before the commit, made sure after it, released when the commit
/// fails.
/// </summary>
/// <remarks>
/// As with an opening, the fence in the commit decides (<see cref="Reservation"/>): a row whose append was lost is ignored. Rows that exist
/// already, from the opening or an earlier append, are left as they are.
/// </remarks>
internal sealed class TablesAddition(TablesStore store, AddedRows added)
{
    private readonly Dictionary<string, ETag> reserved = new(StringComparer.Ordinal);

    /// <summary>Reserves number and subjects. False when another case has the number; then nothing is reserved.</summary>
    public async Task<bool> ReserveAsync(CancellationToken cancellation)
    {
        if (added.NumberRow(sure: false) is { } number && !await TakeAsync(number, cancellation)) return false;

        // The key of a subject row contains the case, so that no other case can have it.
        foreach (var row in added.SubjectRows(sure: false)) await TakeAsync(row, cancellation);
        return true;
    }

    public Task ConfirmAsync() => ChangeAsync(row =>
    {
        row[IndexRows.Sure] = true;
        return TableTransactionActionType.UpdateReplace;
    });

    public Task ReleaseAsync() => ChangeAsync(_ => TableTransactionActionType.Delete);

    // True when the row belongs to this case, by this append or an earlier one.
    private async Task<bool> TakeAsync(TableEntity row, CancellationToken cancellation)
    {
        while (true)
        {
            if (await store.Index.TryAddAsync(row, cancellation) is { } tag)
                return Reserved(row, tag);
            if (await TablesStore.FindAsync(store.Index, IndexRows.Partition, row.RowKey, cancellation) is not { } there) continue;
            if (there.GetString("Token") == added.Token) return Reserved(row, there.ETag);
            if (await Reservation.SettleAsync(store, there, cancellation)) return there.GetString("CaseId") == added.CaseId.Value;
            if (await store.Index.TryReplaceAsync(row, there.ETag, cancellation) is { } taken)
                return Reserved(row, taken);
        }
    }

    private bool Reserved(TableEntity row, ETag tag)
    {
        reserved[row.RowKey] = tag;
        return true;
    }

    private async Task ChangeAsync(Func<TableEntity, TableTransactionActionType> change)
    {
        IEnumerable<TableEntity> rows = [.. added.NumberRow(sure: false) is { } number ? [number] : (TableEntity[])[],
            .. added.SubjectRows(sure: false)];
        foreach (var part in rows.Where(row => reserved.ContainsKey(row.RowKey)).Chunk(EntityGroup.MaxRows))
        {
            await TablesStore.TryGroupAsync(
                store.Index, [.. part.Select(row => new TableTransactionAction(change(row), row, reserved[row.RowKey]))],
                CancellationToken.None);
        }
    }
}

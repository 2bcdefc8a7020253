using System.Text.Json;
using Azure.Data.Tables;
using Rectify.Domain;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Revisions;

/// <summary>
/// A list of entries that only grows, in Azure Tables: one partition, sorted with the latest entry first. Rows are never changed after
/// their insert.
/// </summary>
/// <typeparam name="T">An entry.</typeparam>
/// <param name="store">The tables.</param>
/// <param name="partition">The partition.</param>
/// <param name="idColumn">The column with the id of what an entry is about.</param>
/// <param name="keyOf">The revision of an entry, 1 for the first, and that id.</param>
internal sealed class RevisionRows<T>(TablesStore store, string partition, string idColumn, Func<T, (int Revision, string Id)> keyOf)
{
    /// <summary>The revision of the last entry; 0 before the first.</summary>
    public async Task<int> LastAsync(CancellationToken cancellation)
    {
        await foreach (var row in RowsAsync(cancellation, ["Revision"], pageSize: 1)) return row.GetInt32("Revision")!.Value;
        return 0;
    }

    /// <summary>Every entry, oldest first.</summary>
    public async Task<IReadOnlyList<T>> AllAsync(CancellationToken cancellation)
    {
        List<List<TableEntity>> entries = [];
        await foreach (var row in RowsAsync(cancellation))
        {
            if (WideText.Continues(row)) entries[^1].Add(row);
            else entries.Add([row]);
        }

        return
        [
            .. entries.Select(rows => JsonSerializer.Deserialize<T>(WideText.Read(rows), DomainJson.Options)!)
                .OrderBy(entry => keyOf(entry).Revision),
        ];
    }

    /// <summary>Records the entry; false when its revision is not the next one.</summary>
    public async Task<bool> TryAddAsync(T entry, CancellationToken cancellation)
    {
        var (revision, id) = keyOf(entry);
        if (await LastAsync(cancellation) + 1 != revision) return false;

        var first = new TableEntity(partition, TableKey.Descending(revision))
        {
            ["Token"] = TablesStore.NewToken(),
            ["Revision"] = revision,
            [idColumn] = AppendRules.Exact(id),
        };
        return await EntityGroup.TryAddAsync(store.Register, [.. WideText.Put(first, DomainJson.Text(entry))], cancellation);
    }

    private IAsyncEnumerable<TableEntity> RowsAsync(CancellationToken cancellation, IEnumerable<string>? columns = null,
        int? pageSize = null) =>
        TablesStore.QueryAsync(store.Register, TablesStore.Rows(partition), cancellation, columns, pageSize);
}

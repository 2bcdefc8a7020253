using Azure.Data.Tables;
using Rectify.Domain;
using Rectify.Office.Journals;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Journals;

/// <summary>
/// The journals in Azure Tables: a partition for each, a row for each place. Of two writers that append after the same place the second
/// finds the row there, and the rows of one call are one transaction: so there is neither a gap nor a second entry in a place.
/// </summary>
public sealed class TablesJournalStore(TablesStore store) : IJournalStore
{
    public async Task<bool> TryAppendAsync(
        Journal journal, long after, IReadOnlyList<JournalText> entries, CancellationToken cancellation)
    {
        AppendRules.Require(entries.Count is > 0 and <= IJournalStore.MostAtOnce, "a journal takes a few entries at once");
        var (partition, token) = (PartitionOf(journal), TablesStore.NewToken());
        if (after > 0 && await TablesStore.FindAsync(store.Register, partition, TableKey.Of(after), cancellation) is null) return false;

        List<TableEntity> rows = [];
        foreach (var (index, entry) in entries.Index())
        {
            var first = new TableEntity(partition, TableKey.Of(after + 1 + index))
            {
                ["Token"] = token,
                ["Place"] = after + 1 + index,
                ["Key"] = AppendRules.Exact(entry.Key),
            };
            rows.AddRange(WideText.Put(first, AppendRules.Exact(entry.Text)));
        }

        return await EntityGroup.TryAddAsync(store.Register, rows, cancellation);
    }

    public async Task<IReadOnlyList<JournalEntry>> ReadAsync(Journal journal, long after, int top, CancellationToken cancellation)
    {
        List<List<TableEntity>> entries = [];
        var filter = TablesStore.Range(PartitionOf(journal), TableKey.Of(after + 1), "a");
        await foreach (var row in TablesStore.QueryAsync(store.Register, filter, cancellation))
        {
            if (WideText.Continues(row)) entries[^1].Add(row);
            else if (entries.Count == top) break;
            else entries.Add([row]);
        }

        return
        [
            .. entries.Select(rows => new JournalEntry(rows[0].GetInt64("Place")!.Value, rows[0].GetString("Key"), WideText.Read(rows))),
        ];
    }

    private static string PartitionOf(Journal journal) => $"journal-{WireName.Of(journal)}";
}

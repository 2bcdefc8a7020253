using Azure.Data.Tables;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.YearlyCycle;
using Rectify.Office.Ledger;
using Rectify.Office.Records;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.YearlyCycle;

/// <summary>
/// The yearly books in Azure Tables: a partition for each book and subject, rows for each entry, inserted and never changed.
/// </summary>
public sealed class TablesYearlyRecordStore(TablesStore store) : IYearlyRecordStore
{
    public async Task<IReadOnlyList<YearlyEntry>> EntriesOfAsync(YearlyRecordKind yearlyRecordKind, Subject subject,
        CancellationToken cancellation) =>
        await EntriesAsync(TablesStore.Rows(PartitionOf(yearlyRecordKind, subject)), cancellation);

    // Reads the rows of the whole book, which is short enough: one entry for each year and subject, a thousand to a request.
    public async Task<IReadOnlyList<YearlyEntry>> EntriesAboutAsync(YearlyRecordKind yearlyRecordKind, string item,
        CancellationToken cancellation) =>
        InOrder(await EntriesAsync(BookOf(yearlyRecordKind) + TableClient.CreateQueryFilter($" and Item eq {item}"), cancellation));

    public async Task<IReadOnlyList<YearlyEntry>> EntriesAsync(YearlyRecordKind yearlyRecordKind, CancellationToken cancellation) =>
        InOrder(await EntriesAsync(BookOf(yearlyRecordKind), cancellation));

    public async Task<IReadOnlyList<YearlyEntry>> AllAsync(CancellationToken cancellation) =>
        InOrder(await EntriesAsync(Partitions("yearly-", "yearly."), cancellation));

    public async Task<bool> TryAddAsync(YearlyEntry entry, CancellationToken cancellation)
    {
        if ((await EntriesOfAsync(entry.Book, entry.Subject, cancellation)).Count + 1 != entry.Revision) return false;

        var first = new TableEntity(PartitionOf(entry.Book, entry.Subject), TableKey.Of(entry.Revision))
        {
            ["Token"] = TablesStore.NewToken(),
        };
        var rows = WideText.Put(first, DomainJson.Text(entry));
        // Set in every row of a long entry, so that a search by item finds all of them.
        foreach (var row in rows) row["Item"] = AppendRules.Exact(entry.Item);
        return await EntityGroup.TryAddAsync(store.Register, rows, cancellation);
    }

    // The same order as in the SQLite store. The order of the table's keys differs from it, since keys are encoded.
    private static IReadOnlyList<YearlyEntry> InOrder(IReadOnlyList<YearlyEntry> entries) =>
    [
        .. entries.OrderBy(entry => StoredText.Of(entry.Book), StringComparer.Ordinal).ThenBy(entry => entry.Subject.ToString(),
            StringComparer.Ordinal)
            .ThenBy(entry => entry.Revision),
    ];

    private static string PrefixOf(YearlyRecordKind yearlyRecordKind) => $"yearly-{StoredText.Of(yearlyRecordKind)}";

    private static string BookOf(YearlyRecordKind yearlyRecordKind) =>
        Partitions($"{PrefixOf(yearlyRecordKind)}:", $"{PrefixOf(yearlyRecordKind)}{TableKey.AfterSeparator}");

    private static string Partitions(string from, string before) =>
        TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {before}");

    private static string PartitionOf(YearlyRecordKind yearlyRecordKind, Subject subject) =>
        $"{PrefixOf(yearlyRecordKind)}:{TableKey.Of(subject.ToString())}";

    private async Task<IReadOnlyList<YearlyEntry>> EntriesAsync(string filter, CancellationToken cancellation)
    {
        var rows = await TablesStore.QueryAsync(store.Register, filter, cancellation).ToListAsync(cancellation);
        return [.. WideText.ReadAll(rows).Select(text => DomainJson.Read<YearlyEntry>(text))];
    }
}

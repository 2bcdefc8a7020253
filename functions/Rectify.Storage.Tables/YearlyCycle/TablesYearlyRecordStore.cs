using System.Text.Json;
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
        await EntriesAsync(TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(yearlyRecordKind, subject)}"), cancellation);

    // A walk over the book: it grows by an entry a year and subject, and a request brings a thousand.
    public async Task<IReadOnlyList<YearlyEntry>> EntriesAboutAsync(YearlyRecordKind yearlyRecordKind, string item,
        CancellationToken cancellation)
    {
        var (from, before) = ($"{PrefixOf(yearlyRecordKind)}:", $"{PrefixOf(yearlyRecordKind)}{TableKey.AfterSeparator}");
        var entries =
            await EntriesAsync(TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {before} and Item eq {item}"),
                cancellation);
        return InOrder(entries);
    }

    public async Task<IReadOnlyList<YearlyEntry>> EntriesAsync(YearlyRecordKind yearlyRecordKind, CancellationToken cancellation)
    {
        var (from, before) = ($"{PrefixOf(yearlyRecordKind)}:", $"{PrefixOf(yearlyRecordKind)}{TableKey.AfterSeparator}");
        return InOrder(
            await EntriesAsync(TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {before}"), cancellation));
    }

    public async Task<IReadOnlyList<YearlyEntry>> AllAsync(CancellationToken cancellation) =>
        InOrder(
            await EntriesAsync(TableClient.CreateQueryFilter($"PartitionKey ge {"yearly-"} and PartitionKey lt {"yearly."}"),
                cancellation));

    public async Task<bool> TryAddAsync(YearlyEntry entry, CancellationToken cancellation)
    {
        if ((await EntriesOfAsync(entry.Book, entry.Subject, cancellation)).Count + 1 != entry.Revision) return false;

        var (partition, key, token) = (PartitionOf(entry.Book, entry.Subject), TableKey.Of(entry.Revision), TablesStore.NewToken());
        var rows = WideText.Put(new TableEntity(partition, key) { ["Token"] = token }, JsonSerializer.Serialize(entry, DomainJson.Options));
        // In every row: a long entry is found whole by its item.
        foreach (var row in rows) row["Item"] = AppendRules.Exact(entry.Item);
        if (await TablesStore.TryGroupAsync(store.Register, EntityGroup.Of(rows), cancellation) is not null) return true;

        // Another entry was first; or it was this one, and the answer was lost.
        return await TablesStore.FindAsync(store.Register, partition, key, cancellation) is { } there && there.GetString("Token") == token;
    }

    // As the other store has it; keys encode what they name, and sort otherwise.
    private static IReadOnlyList<YearlyEntry> InOrder(IReadOnlyList<YearlyEntry> entries) =>
    [
        .. entries.OrderBy(entry => StoredText.Of(entry.Book), StringComparer.Ordinal).ThenBy(entry => entry.Subject.ToString(),
            StringComparer.Ordinal)
            .ThenBy(entry => entry.Revision),
    ];

    private static string PrefixOf(YearlyRecordKind yearlyRecordKind) => $"yearly-{StoredText.Of(yearlyRecordKind)}";

    private static string PartitionOf(YearlyRecordKind yearlyRecordKind, Subject subject) =>
        $"{PrefixOf(yearlyRecordKind)}:{TableKey.Of(subject.ToString())}";

    private async Task<IReadOnlyList<YearlyEntry>> EntriesAsync(string filter, CancellationToken cancellation)
    {
        List<List<TableEntity>> entries = [];
        await foreach (var row in TablesStore.QueryAsync(store.Register, filter, cancellation))
        {
            if (WideText.Continues(row)) entries[^1].Add(row);
            else entries.Add([row]);
        }

        return [.. entries.Select(rows => JsonSerializer.Deserialize<YearlyEntry>(WideText.Read(rows), DomainJson.Options)!)];
    }
}

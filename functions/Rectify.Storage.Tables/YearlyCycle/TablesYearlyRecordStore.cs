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

    // Reads the rows of the whole book, which is short enough: one entry for each year and subject, a thousand to a request.
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
        // Set in every row of a long entry, so that a search by item finds all of them.
        foreach (var row in rows) row["Item"] = AppendRules.Exact(entry.Item);
        if (await TablesStore.TryGroupAsync(store.Register, EntityGroup.Of(rows), cancellation) is not null) return true;

        // Either another entry took this revision, or this one was stored and the service's answer was lost: the token tells.
        return await TablesStore.FindAsync(store.Register, partition, key, cancellation) is { } there && there.GetString("Token") == token;
    }

    // The same order as in the SQLite store. The order of the table's keys differs from it, since keys are encoded.
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

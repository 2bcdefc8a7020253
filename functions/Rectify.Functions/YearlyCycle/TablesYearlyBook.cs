using System.Text.Json;
using Azure.Data.Tables;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.YearlyCycle;
using Rectify.Functions.Ledger;
using Rectify.Functions.Ledger.Tables;

namespace Rectify.Functions.YearlyCycle;

/// <summary>The yearly books in Azure Tables: a partition for each book and subject, rows for each entry, inserted and never changed.</summary>
internal sealed class TablesYearlyBook(TablesStore store) : IYearlyBook
{
    public async Task<IReadOnlyList<YearlyEntry>> EntriesOfAsync(YearlyBookName book, Subject subject, CancellationToken cancellation) =>
        await EntriesAsync(TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(book, subject)}"), cancellation);

    // A walk over the book: it grows by an entry a year and subject, and a request brings a thousand.
    public async Task<IReadOnlyList<YearlyEntry>> EntriesAboutAsync(YearlyBookName book, string item, CancellationToken cancellation)
    {
        var (from, before) = ($"{PrefixOf(book)}:", $"{PrefixOf(book)}{TableKey.AfterSeparator}");
        var entries = await EntriesAsync(TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {before} and Item eq {item}"), cancellation);
        return InOrder(entries);
    }

    public async Task<IReadOnlyList<YearlyEntry>> EntriesAsync(YearlyBookName book, CancellationToken cancellation)
    {
        var (from, before) = ($"{PrefixOf(book)}:", $"{PrefixOf(book)}{TableKey.AfterSeparator}");
        return InOrder(await EntriesAsync(TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {before}"), cancellation));
    }

    public async Task<IReadOnlyList<YearlyEntry>> AllAsync(CancellationToken cancellation) =>
        InOrder(await EntriesAsync(TableClient.CreateQueryFilter($"PartitionKey ge {"yearly-"} and PartitionKey lt {"yearly."}"), cancellation));

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
        .. entries.OrderBy(entry => StoredText.Of(entry.Book), StringComparer.Ordinal).ThenBy(entry => entry.Subject.ToString(), StringComparer.Ordinal)
            .ThenBy(entry => entry.Revision),
    ];

    private static string PrefixOf(YearlyBookName book) => $"yearly-{StoredText.Of(book)}";

    private static string PartitionOf(YearlyBookName book, Subject subject) => $"{PrefixOf(book)}:{TableKey.Of(subject.ToString())}";

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

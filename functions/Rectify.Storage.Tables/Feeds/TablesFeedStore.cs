using Azure.Data.Tables;
using Rectify.Office.Feeds;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Feeds;

/// <summary>Calendar feeds in Azure Tables: one partition, a row for each feed.</summary>
public sealed class TablesFeedStore(TablesStore store) : IFeedStore
{
    private const string Partition = "feeds";

    public async Task AddAsync(Feed feed, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, feed.FeedId)
        {
            ["TokenHash"] = feed.TokenHash,
            ["UnitId"] = feed.UnitId?.Value,
            ["Label"] = AppendRules.Exact(feed.Label),
            ["CreatedBy"] = AppendRules.Exact(feed.CreatedBy),
            ["CreatedAt"] = feed.CreatedAt.UtcTicks,
        };
        // A row with this id can only be this feed, stored by an attempt whose answer was lost: the id is part of the digest of a random
        // token.
        await store.Register.TryAddAsync(row, cancellation);
    }

    public async Task<Feed?> FindAsync(string feedId, CancellationToken cancellation) =>
        await TablesStore.FindAsync(store.Register, Partition, TableKey.Of(feedId), cancellation) is { } row ? Read(row) : null;

    public async Task<IReadOnlyList<Feed>> ListAsync(CancellationToken cancellation) =>
        await TablesStore.QueryAsync(store.Register, TablesStore.Rows(Partition), cancellation).Select(Read)
            .OrderBy(feed => feed.CreatedAt).ThenBy(feed => feed.FeedId, StringComparer.Ordinal).ToListAsync(cancellation);

    public async Task<Feed?> RevokeAsync(string feedId, string actor, DateTimeOffset at, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await TablesStore.FindAsync(store.Register, Partition, TableKey.Of(feedId), cancellation);
            if (row is null || row.ContainsKey("RevokedAt")) return row is null ? null : Read(row);

            (row["RevokedBy"], row["RevokedAt"]) = (AppendRules.Exact(actor), at.UtcTicks);
            if (await store.Register.TryReplaceAsync(row, row.ETag, cancellation) is not null) return Read(row);
        }
    }

    private static Feed Read(TableEntity row) => new(
        row.RowKey, row.GetString("TokenHash"), EntryColumns.Unit(row, "UnitId"), row.GetString("Label"), row.GetString("CreatedBy"),
        EntryColumns.Ticks(row, "CreatedAt")!.Value, row.GetString("RevokedBy"), EntryColumns.Ticks(row, "RevokedAt"));
}

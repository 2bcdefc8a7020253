using Azure.Data.Tables;
using Rectify.Domain.Identity;
using Rectify.Office.Feeds;
using Rectify.Office.Ledger;
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
        await TablesStore.TryAsync(store.Register, new TableTransactionAction(TableTransactionActionType.Add, row), cancellation);
    }

    public async Task<Feed?> FindAsync(string feedId, CancellationToken cancellation) =>
        await TablesStore.FindAsync(store.Register, Partition, TableKey.Of(feedId), cancellation) is { } row ? Read(row) : null;

    public async Task<IReadOnlyList<Feed>> ListAsync(CancellationToken cancellation)
    {
        List<Feed> feeds = [];
        await foreach (var row in TablesStore.QueryAsync(store.Register, TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"),
            cancellation)) feeds.Add(Read(row));
        return [.. feeds.OrderBy(feed => feed.CreatedAt).ThenBy(feed => feed.FeedId, StringComparer.Ordinal)];
    }

    public async Task<Feed?> RevokeAsync(string feedId, string actor, DateTimeOffset at, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await TablesStore.FindAsync(store.Register, Partition, TableKey.Of(feedId), cancellation);
            if (row is null || row.ContainsKey("RevokedAt")) return row is null ? null : Read(row);

            (row["RevokedBy"], row["RevokedAt"]) = (AppendRules.Exact(actor), at.UtcTicks);
            if (await TablesStore.TryAsync(store.Register,
                new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, row.ETag), cancellation) is not null)
                return Read(row);
        }
    }

    private static Feed Read(TableEntity row) => new(
        row.RowKey, row.GetString("TokenHash"), row.GetString("UnitId") is { } unit ? new UnitId(unit) : null, row.GetString("Label"),
        row.GetString("CreatedBy"), Instant(row.GetInt64("CreatedAt")!.Value), row.GetString("RevokedBy"),
        row.GetInt64("RevokedAt") is { } ticks ? Instant(ticks) : null);

    private static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);
}

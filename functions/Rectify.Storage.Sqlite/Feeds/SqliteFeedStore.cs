using Microsoft.Data.Sqlite;
using Rectify.Domain.Identity;
using Rectify.Office.Feeds;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Storage.Sqlite.Feeds;

/// <summary>Calendar feeds in a SQLite file.</summary>
public sealed class SqliteFeedStore(SqliteDatabase database) : IFeedStore
{
    private const string Select = "SELECT feed_id, token_hash, unit_id, label, created_by, created_at, revoked_by, revoked_at FROM feeds";

    public Task AddAsync(Feed feed, CancellationToken cancellation) => database.ExecuteAsync(
        """
        INSERT INTO feeds (feed_id, token_hash, unit_id, label, created_by, created_at) VALUES ($id, $hash, $unit, $label, $by, $at)
        ON CONFLICT (feed_id) DO NOTHING
        """,
        cancellation,
        ("$id", feed.FeedId), ("$hash", feed.TokenHash), ("$unit", feed.UnitId?.Value), ("$label", feed.Label),
        ("$by", feed.CreatedBy), ("$at", feed.CreatedAt));

    public Task<Feed?> FindAsync(string feedId, CancellationToken cancellation) =>
        database.ReadAsync(connection => Find(connection, feedId), cancellation);

    public Task<IReadOnlyList<Feed>> ListAsync(CancellationToken cancellation) =>
        database.QueryAsync($"{Select} ORDER BY created_at, feed_id", Read, cancellation);

    public Task<Feed?> RevokeAsync(string feedId, string actor, DateTimeOffset at, CancellationToken cancellation) =>
        database.WriteAsync(
            connection =>
            {
                connection.Execute(
                    "UPDATE feeds SET revoked_by = $by, revoked_at = $at WHERE feed_id = $id AND revoked_at IS NULL", ("$by", actor),
                    ("$at", at), ("$id", feedId));
                return Find(connection, feedId);
            },
            cancellation);

    private static Feed? Find(SqliteConnection connection, string feedId) =>
        connection.Query($"{Select} WHERE feed_id = $id", Read, ("$id", feedId)).SingleOrDefault();

    private static Feed Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : new UnitId(row.GetString(2)), row.GetString(3), row.GetString(4),
        row.Instant(5),
        row.IsDBNull(6) ? null : row.GetString(6), row.IsDBNull(7) ? null : row.Instant(7));
}

using Microsoft.Data.Sqlite;
using Rectify.Domain;
using Rectify.Office.Access;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Storage.Sqlite.Access;

/// <summary>Sessions of the board, protection keys and the feeds made under an idempotency key, in a SQLite file.</summary>
public sealed class SqliteAccessStore(SqliteDatabase database) : IAccessStore
{
    private const string Select = "SELECT kind, key, value, ends_at FROM access_rows WHERE kind = $kind";

    public Task<AccessRow> AddAsync(AccessRow row, CancellationToken cancellation) => database.WriteAsync(
        connection =>
        {
            connection.Execute(
                "INSERT INTO access_rows (kind, key, value, ends_at) VALUES ($kind, $key, $value, $ends) ON CONFLICT DO NOTHING",
                ("$kind", WireName.Of(row.Kind)), ("$key", row.Key), ("$value", row.Value), ("$ends", row.EndsAt));
            return Find(connection, row.Kind, row.Key)!;
        },
        cancellation);

    public Task<AccessRow?> FindAsync(AccessRowKind kind, string key, CancellationToken cancellation) =>
        database.ReadAsync(connection => Find(connection, kind, key), cancellation);

    public Task<IReadOnlyList<AccessRow>> ListAsync(AccessRowKind kind, CancellationToken cancellation) =>
        database.QueryAsync($"{Select} ORDER BY key", Read, cancellation, ("$kind", WireName.Of(kind)));

    public async Task<bool> TryReplaceAsync(AccessRow seen, AccessRow row, CancellationToken cancellation) =>
        await database.WriteAsync(
            connection => connection.Execute(
                "UPDATE access_rows SET value = $value, ends_at = $ends WHERE kind = $kind AND key = $key AND value = $seen",
                ("$kind", WireName.Of(row.Kind)), ("$key", row.Key), ("$value", row.Value), ("$ends", row.EndsAt), ("$seen", seen.Value)),
            cancellation) == 1;

    public Task RemoveAsync(AccessRowKind kind, string key, CancellationToken cancellation) => database.ExecuteAsync(
        "DELETE FROM access_rows WHERE kind = $kind AND key = $key", cancellation, ("$kind", WireName.Of(kind)), ("$key", key));

    public Task RemoveEndedAsync(AccessRowKind kind, DateTimeOffset before, CancellationToken cancellation) => database.ExecuteAsync(
        "DELETE FROM access_rows WHERE kind = $kind AND ends_at < $before", cancellation,
        ("$kind", WireName.Of(kind)), ("$before", before));

    private static AccessRow? Find(SqliteConnection connection, AccessRowKind kind, string key) =>
        connection.Query($"{Select} AND key = $key", Read, ("$kind", WireName.Of(kind)), ("$key", key)).SingleOrDefault();

    private static AccessRow Read(SqliteDataReader row) => new(
        row.Member<AccessRowKind>(0), row.GetString(1), row.GetString(2), row.InstantOrNull(3));
}

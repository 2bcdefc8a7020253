using System.Text.Json;
using Rectify.Domain;
using Rectify.Office.Rulebooks;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Storage.Sqlite.Rulebooks;

/// <summary>What the office did with rulebooks, in a SQLite file.</summary>
public sealed class SqliteRulebookStore(SqliteDatabase database) : IRulebookStore
{
    private const string Last = "SELECT coalesce(max(revision), 0) FROM rulebook_entries";

    public async Task<int> RevisionAsync(CancellationToken cancellation) =>
        (int)await database.ReadAsync(connection => connection.Number(Last), cancellation);

    public async Task<IReadOnlyList<RulebookEntry>> EntriesAsync(CancellationToken cancellation) =>
        await database.ReadAsync(
            connection => connection.Query(
                "SELECT data FROM rulebook_entries ORDER BY revision",
                row => JsonSerializer.Deserialize<RulebookEntry>(row.GetString(0), DomainJson.Options)!),
            cancellation);

    public Task<bool> TryAddAsync(RulebookEntry entry, CancellationToken cancellation) =>
        database.WriteAsync(
            connection => connection.Number(Last) + 1 == entry.Revision && connection.Execute(
                "INSERT INTO rulebook_entries (revision, rulebook_id, data) VALUES ($revision, $rulebook, $data)",
                ("$revision", entry.Revision), ("$rulebook", entry.RulebookId), ("$data", DomainJson.Text(entry))) == 1,
            cancellation);
}

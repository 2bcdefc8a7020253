using System.Globalization;
using Rectify.Office.State;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Storage.Sqlite.State;

/// <summary>The documents that instances share, in a SQLite file.</summary>
public sealed class SqliteStateStore(SqliteDatabase database) : IStateStore
{
    public Task<StateDocument?> ReadAsync(string name, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.Query(
            "SELECT text, version FROM shared_state WHERE name = $name",
            row => new StateDocument(row.GetString(0), row.GetInt64(1).ToString(CultureInfo.InvariantCulture)), ("$name", name))
            .SingleOrDefault(),
        cancellation);

    public Task<bool> TryWriteAsync(string name, string text, string? version, CancellationToken cancellation) => database.WriteAsync(
        connection => (version is null
            ? connection.Execute(
                "INSERT INTO shared_state (name, text, version) VALUES ($name, $text, 1) ON CONFLICT DO NOTHING",
                ("$name", name), ("$text", text))
            : connection.Execute(
                "UPDATE shared_state SET text = $text, version = version + 1 WHERE name = $name AND version = $version",
                ("$name", name), ("$text", text), ("$version", long.Parse(version, CultureInfo.InvariantCulture)))) > 0,
        cancellation);
}

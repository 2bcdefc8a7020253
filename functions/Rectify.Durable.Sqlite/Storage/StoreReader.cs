using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Rectify.Durable.Sqlite.Replay;

namespace Rectify.Durable.Sqlite.Storage;

/// <summary>A reading connection. It sees what is committed and never waits for the writer.</summary>
internal sealed class StoreReader(SqliteConnection connection) : IDisposable
{
    private const string Columns =
        $"number, id, name, status, created, updated, tags, failure, output, custom_status, {InstanceRow.Input}";

    // One statement, so that the instance and its turns are of the same commit.
    private readonly Statement load = new(connection, $"""
        WITH RECURSIVE chain (owner, row, position, before, record) AS (
            SELECT h.execution, sequence, turn, previous, data
            FROM instances i JOIN history h ON sequence = last AND h.execution = i.execution
            WHERE number = ?1
            UNION ALL
            SELECT owner, sequence, turn, previous, data FROM chain JOIN history ON sequence = before AND execution = owner
            WHERE sequence < row)
        SELECT {InstanceRow.Columns}, {InstanceRow.Input}, position, record
        FROM instances LEFT JOIN chain WHERE number = ?1 ORDER BY position
        """);

    private readonly Statement numberOf = new(connection, "SELECT number FROM instances WHERE id = ?1");
    private readonly Statement metadata = new(connection, $"SELECT {Columns} FROM instances WHERE id = ?1");
    private readonly Statement stalled = new(connection,
        "SELECT id, name, stalled FROM instances WHERE stalled IS NOT NULL AND status IN (0, 6, 7) ORDER BY number");

    private readonly Statement countStalled = new(connection,
        "SELECT count(*) FROM instances WHERE stalled IS NOT NULL AND status IN (0, 6, 7)");
    private readonly Statement ended = new(connection, """
        SELECT number, id FROM instances WHERE number > ?1 AND status IN (1, 3, 5) AND updated < ?2 ORDER BY number LIMIT ?3
        """);

    public StoredInstance? Load(string id)
    {
        using var row = numberOf.Read(id);
        return row.Read() ? Load(row.GetInt64(0)) : null;
    }

    public StoredInstance? Load(long number)
    {
        using var rows = load.Read(number);
        if (!rows.Read())
        {
            return null;
        }

        var record = InstanceRow.Read(rows) with { Input = Text(rows, 13) };
        var turns = new List<(int, byte[])>();
        for (var more = !rows.IsDBNull(14); more; more = rows.Read())
        {
            turns.Add((rows.GetInt32(14), rows.GetFieldValue<byte[]>(15)));
        }

        return new StoredInstance(record, turns);
    }

    public OrchestrationMetadata? Metadata(string id, DataConverter? converter)
    {
        using var row = metadata.Read(id);
        return row.Read() ? ReadMetadata(row, converter) : null;
    }

    public IReadOnlyList<StalledInstance> Stalled()
    {
        var found = new List<StalledInstance>();
        using var rows = stalled.Read();
        while (rows.Read())
        {
            found.Add(new StalledInstance(rows.GetString(0), rows.GetString(1), rows.GetString(2)));
        }

        return found;
    }

    public int CountStalled()
    {
        using var row = countStalled.Read();
        row.Read();
        return row.GetInt32(0);
    }

    /// <summary>
    /// At most <paramref name="most"/> instances that ended before an instant, in the order of creation, after the one with the number
    /// <paramref name="after"/>.
    /// </summary>
    public IReadOnlyList<(long Number, string Id)> Ended(DateTimeOffset before, long after, int most)
    {
        var found = new List<(long, string)>();
        using var rows = ended.Read(after, before.UtcTicks, most);
        while (rows.Read())
        {
            found.Add((rows.GetInt64(0), rows.GetString(1)));
        }

        return found;
    }

    /// <summary>One page of instances in the order of creation, after the one with the number <paramref name="after"/>.</summary>
    public (IReadOnlyList<OrchestrationMetadata> Values, long? Last) Page(
        OrchestrationQuery filter, long after, int size, DataConverter? converter)
    {
        var sql = new StringBuilder($"SELECT {Columns} FROM instances WHERE number > @after");
        using var command = connection.CreateCommand();
        command.Parameters.AddWithValue("@after", after);
        command.Parameters.AddWithValue("@limit", size + 1);
        if (filter.CreatedFrom is { } from)
        {
            sql.Append(" AND created >= @from");
            command.Parameters.AddWithValue("@from", from.UtcTicks);
        }

        if (filter.CreatedTo is { } to)
        {
            sql.Append(" AND created <= @to");
            command.Parameters.AddWithValue("@to", to.UtcTicks);
        }

        if (filter.Statuses?.ToList() is { Count: > 0 } statuses)
        {
            sql.Append($" AND status IN ({string.Join(", ", statuses.Select(status => (int)status))})");
        }

        if (!string.IsNullOrEmpty(filter.InstanceIdPrefix))
        {
            sql.Append(" AND substr(id, 1, length(@prefix)) = @prefix");
            command.Parameters.AddWithValue("@prefix", filter.InstanceIdPrefix);
        }

        command.CommandText = sql.Append(" ORDER BY number LIMIT @limit").ToString();
        var values = new List<OrchestrationMetadata>();
        long last = 0;
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            if (values.Count == size)
            {
                return (values, last);
            }

            last = rows.GetInt64(0);
            values.Add(ReadMetadata(rows, converter));
        }

        return (values, null);
    }

    public void Dispose() => connection.Dispose();

    private static OrchestrationMetadata ReadMetadata(SqliteDataReader row, DataConverter? converter)
    {
        var tags = Text(row, 6) is { } text ? JsonSerializer.Deserialize(text, HistoryJson.Default.IReadOnlyDictionaryStringString) : null;
        var failure = Text(row, 7) is { } stored ? JsonSerializer.Deserialize(stored, HistoryJson.Default.Failure) : null;
        return new OrchestrationMetadata(row.GetString(2), row.GetString(1))
        {
            RuntimeStatus = (OrchestrationRuntimeStatus)row.GetInt32(3),
            CreatedAt = Instant(row, 4),
            LastUpdatedAt = Instant(row, 5),
            Tags = tags ?? new Dictionary<string, string>(),
            FailureDetails = converter is null ? null : failure?.ToDetails(),
            DataConverter = converter,
            SerializedOutput = converter is null ? null : Text(row, 8),
            SerializedCustomStatus = converter is null ? null : Text(row, 9),
            SerializedInput = converter is null ? null : Text(row, 10),
        };
    }

    private static DateTimeOffset Instant(SqliteDataReader row, int column) => new(row.GetInt64(column), TimeSpan.Zero);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

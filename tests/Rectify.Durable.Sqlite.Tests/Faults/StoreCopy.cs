using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;
using Rectify.Durable.Sqlite.Replay;

namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>
/// All that is in an engine's file, read from a copy: reading the file itself would do the recovery that the engine is tried with.
/// </summary>
internal sealed class StoreCopy
{
    public required IReadOnlyList<string> Integrity { get; init; }

    public required long NextSequence { get; init; }

    public required IReadOnlyList<Instance> Instances { get; init; }

    public required ILookup<long, (int Number, Turn Turn)> History { get; init; }

    /// <summary>Of every turn, the row that it stands in and the row before it.</summary>
    public required IReadOnlyList<Link> Links { get; init; }

    public required IReadOnlyList<Message> Inbox { get; init; }

    public required IReadOnlyList<Call> Activities { get; init; }

    public required IReadOnlyList<long> Inputs { get; init; }

    public static StoreCopy Of(string path)
    {
        if (!File.Exists(path))
        {
            return Empty;
        }

        var folder = Directory.CreateTempSubdirectory("rectify-copy-").FullName;
        try
        {
            var copy = Path.Combine(folder, "durable.db");
            File.Copy(path, copy);
            if (File.Exists(path + "-wal"))
            {
                File.Copy(path + "-wal", copy + "-wal");
            }

            using var connection = new SqliteConnection($"Data Source={copy};Pooling=False");
            connection.Open();
            return Rows(connection, "SELECT 1 FROM sqlite_schema WHERE name = 'instances'", _ => 1) is [] ? Empty : Read(connection);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A process that was killed before its first commit has left no tables.
    private static StoreCopy Empty => new()
    {
        Integrity = ["ok"],
        NextSequence = 0,
        Instances = [],
        History = Array.Empty<int>().ToLookup(_ => 0L, _ => (0, (Turn)null!)),
        Links = [],
        Inbox = [],
        Activities = [],
        Inputs = [],
    };

    private static StoreCopy Read(SqliteConnection connection) => new()
    {
        Integrity = Rows(connection, "PRAGMA integrity_check", row => row.GetString(0)),
        NextSequence = Rows(connection, "SELECT next FROM sequence", row => row.GetInt64(0)).SingleOrDefault(),
        Instances = Rows(
            connection,
            """
            SELECT number, id, execution, coalesce((SELECT turn + 1 FROM history WHERE sequence = last), 0), name, status,
                parent_id, parent_execution, parent_task, output, stalled
            FROM instances
            """,
            row => new Instance(
                row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt32(3), row.GetString(4),
                (OrchestrationRuntimeStatus)row.GetInt32(5), Text(row, 6), row.IsDBNull(7) ? 0 : row.GetInt64(7),
                row.IsDBNull(8) ? 0 : row.GetInt32(8), Text(row, 9), Text(row, 10))),
        History = Rows(
                connection,
                "SELECT execution, turn, data FROM history ORDER BY execution, turn",
                row => (Execution: row.GetInt64(0), Number: row.GetInt32(1), Turn: HistoryJson.Read(row.GetFieldValue<byte[]>(2))))
            .ToLookup(row => row.Execution, row => (row.Number, row.Turn)),
        Links = Rows(
            connection,
            """
            SELECT h.sequence, h.execution, h.turn, h.previous, p.execution, p.turn
            FROM history h LEFT JOIN history p ON p.sequence = h.previous
            """,
            row => new Link(
                row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), row.IsDBNull(3) ? null : row.GetInt64(3),
                row.IsDBNull(4) ? null : row.GetInt64(4), row.IsDBNull(5) ? null : row.GetInt32(5))),
        Inbox = Rows(
            connection,
            "SELECT sequence, coalesce(id, inbox.number), inbox.execution, kind, task FROM inbox LEFT JOIN instances USING (number)",
            row => new Message(
                row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetInt64(2), row.GetInt32(3), row.GetInt32(4))),
        Activities = Rows(
            connection,
            "SELECT sequence, instance, execution, task FROM activities",
            row => new Call(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt32(3))),
        Inputs = Rows(connection, "SELECT execution FROM inputs", row => row.GetInt64(0)),
    };

    private static List<T> Rows<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        var found = new List<T>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            found.Add(read(rows));
        }

        return found;
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    internal sealed record Instance(
        long Number, string Id, long Execution, int Turn, string Name, OrchestrationRuntimeStatus Status,
        string? ParentId, long ParentExecution, int ParentTask, string? Output, string? Stalled)
    {
        public bool HasEnded => Status is not (OrchestrationRuntimeStatus.Pending
            or OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Suspended);
    }

    internal sealed record Message(long Sequence, string Instance, long? Execution, int Kind, int Task);

    internal sealed record Link(long Row, long Execution, int Turn, long? Previous, long? PreviousExecution, int? PreviousTurn)
    {
        public bool Holds => Turn == 0
            ? Previous is null
            : Previous < Row && PreviousExecution == Execution && PreviousTurn == Turn - 1;
    }

    internal sealed record Call(long Sequence, string Instance, long Execution, int Task);
}

using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;
using Rectify.Durable.Sqlite.Replay;

namespace Rectify.Durable.Sqlite.Storage;

/// <summary>The writing connection: one transaction at a time, used by the commit loop only.</summary>
internal sealed partial class StoreWriter(SqliteConnection connection, TimeProvider clock)
{
    private const long SequenceBlock = 10_000;

    // Characters. A longer input would make each turn's update of the instance's row dearer.
    private const int LongestInputInRow = 200;

    private const string Active = "status IN (0, 6, 7)";

    private long nextSequence;
    private long reservedSequence;
    private long cursor = long.MinValue;
    private long cursorAfterCommit;
    private bool dueChanged = true;
    private ActivityContext trace;

    /// <summary>The present transaction's instant.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>What the present operation has added.</summary>
    public Effects Effects { get; private set; } = new();

    public void Begin()
    {
        Now = clock.GetUtcNow();

        // A clock that went back makes rows of the near past future again; they are looked for again.
        cursor = Math.Min(cursor, Now.UtcTicks);
        cursorAfterCommit = cursor;
        begin.Run();
    }

    /// <param name="cause">The span on whose behalf it is; what it sends carries it.</param>
    public Effects BeginOperation(ActivityContext cause)
    {
        trace = cause;
        return Effects = new Effects();
    }

    public void Commit()
    {
        commit.Run();
        cursor = cursorAfterCommit;
    }

    /// <summary>Undoes the transaction; numbers handed out in it are not handed out again.</summary>
    public void Rollback()
    {
        dueChanged = true;
        reservedSequence = 0;
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            rollback.Run();
        }
    }

    /// <summary>
    /// The due time, after the commit, of the earliest row not yet delivered, if it may have changed since the last call.
    /// </summary>
    public bool TryReadNextDue(out DateTimeOffset? due)
    {
        due = null;
        if (!dueChanged)
        {
            return false;
        }

        using var rows = nextDue.Read(cursorAfterCommit);
        due = rows.Read() ? new DateTimeOffset(rows.GetInt64(0), TimeSpan.Zero) : null;
        dueChanged = false;
        return true;
    }

    // Numbers are reserved in blocks and never used twice, so that a late result cannot meet a younger execution.
    private long NextSequence()
    {
        if (nextSequence >= reservedSequence)
        {
            using (var rows = readSequence.Read())
            {
                rows.Read();
                nextSequence = Math.Max(nextSequence, rows.GetInt64(0));
            }

            reservedSequence = nextSequence + SequenceBlock;
            writeSequence.Run(reservedSequence);
        }

        return nextSequence++;
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static object Status(OrchestrationRuntimeStatus status) => (int)status;

    private static string? Write(Failure? failure) =>
        failure is null ? null : System.Text.Json.JsonSerializer.Serialize(failure, HistoryJson.Default.Failure);
}

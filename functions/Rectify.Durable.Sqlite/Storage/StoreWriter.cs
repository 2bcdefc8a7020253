using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;
using Rectify.Durable.Sqlite.Replay;

namespace Rectify.Durable.Sqlite.Storage;

/// <summary>The writing connection. Only the commit loop uses it, with one transaction at a time.</summary>
internal sealed partial class StoreWriter(SqliteConnection connection, TimeProvider clock)
{
    private const long SequenceBlock = 10_000;

    // In characters. A longer input in the row would make each turn's update of the row slower.
    private const int LongestInputInRow = 200;

    private const string Active = "status IN (0, 6, 7)";

    private long nextSequence;
    private long reservedSequence;
    private long cursor = long.MinValue;
    private long cursorAfterCommit;
    private bool dueChanged = true;
    private ActivityContext trace;

    /// <summary>The instant of the present transaction.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>What the present operation has added so far.</summary>
    public Effects Effects { get; private set; } = new();

    public void Begin()
    {
        Now = clock.GetUtcNow();

        // When the clock was set back, rows that were due before are due again later: the cursor goes back with it.
        cursor = Math.Min(cursor, Now.UtcTicks);
        cursorAfterCommit = cursor;
        begin.Run();
    }

    /// <param name="cause">The tracing span that caused the operation; the messages that it sends carry it.</param>
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

    /// <summary>Rolls the transaction back. Numbers that were given out in it are not used again.</summary>
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
    /// Reads the due time of the earliest row that will not be delivered yet after the commit. False when it cannot have changed since the
    /// last call.
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

    // Numbers are reserved in blocks and never used twice, so that a late result cannot be taken for one of a later execution.
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

using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rectify.Bench.Engine;

/// <summary>The limit of the disk: one prepared INSERT of one row per commit, the log and the sync as the engine has them.</summary>
internal sealed class RawCommits : IDisposable
{
    private static readonly byte[] Row = new byte[100];
    private readonly SqliteConnection connection;
    private readonly sqlite3_stmt insert;

    public RawCommits(string path)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE row (id INTEGER PRIMARY KEY, data BLOB NOT NULL)";
        command.ExecuteNonQuery();
        raw.sqlite3_prepare_v2(connection.Handle, "INSERT INTO row (data) VALUES (?)", out insert);
        raw.sqlite3_bind_blob(insert, 1, Row);
    }

    public double PerSecond(TimeSpan window)
    {
        var start = TimeProvider.System.GetTimestamp();
        var (commits, elapsed) = (0, TimeSpan.Zero);
        while (elapsed < window)
        {
            if (raw.sqlite3_step(insert) != raw.SQLITE_DONE)
            {
                throw new IOException(raw.sqlite3_errmsg(connection.Handle).utf8_to_string());
            }

            raw.sqlite3_reset(insert);
            commits++;
            elapsed = TimeProvider.System.GetElapsedTime(start);
        }

        return commits / elapsed.TotalSeconds;
    }

    public void Dispose()
    {
        insert.Dispose();
        connection.Dispose();
    }
}

using Microsoft.Data.Sqlite;

namespace Rectify.Embedded.Engine.Storage;

/// <summary>Opens the file: one process at a time, at a schema that this build understands.</summary>
internal sealed class Database : IDisposable
{
    private readonly FileStream guard;
    private readonly string path;

    private Database(string path, FileStream guard, SqliteConnection writer)
    {
        this.path = path;
        this.guard = guard;
        Writer = writer;
    }

    public SqliteConnection Writer { get; }

    /// <exception cref="DurableStoreException">The file is in use, damaged, or newer than this build.</exception>
    public static Database Open(EngineOptions options)
    {
        var path = Path.GetFullPath(options.DatabasePath);
        var guard = Lock(path);
        SqliteConnection? writer = null;
        try
        {
            WalFile.Check(path, options.SynchronousFull);
            writer = Connect(path, SqliteOpenMode.ReadWriteCreate);
            if (SQLitePCL.raw.sqlite3_db_readonly(writer.Handle, "main") != 0)
            {
                // SQLite opens such a file and refuses only the first write, which may come days later.
                throw new DurableStoreException($"The database {path} is read-only: give this process the right to write it.");
            }

            Execute(writer, "PRAGMA journal_mode = WAL");
            Execute(writer, $"PRAGMA synchronous = {(options.SynchronousFull ? "FULL" : "NORMAL")}");
            // The log is written back every 16 MB; after a burst it shrinks to 64 MB, and a clean stop removes it.
            Execute(writer, "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -32000");
            Migrate(writer, path);
            return new Database(path, guard, writer);
        }
        catch (SqliteException e)
        {
            writer?.Dispose();
            guard.Dispose();
            throw new DurableStoreException(Describe(e, path), e);
        }
        catch
        {
            writer?.Dispose();
            guard.Dispose();
            throw;
        }
    }

    /// <summary>Bytes of the file and its log.</summary>
    public long Size => new[] { path, path + "-wal" }.Select(name => new FileInfo(name)).Sum(file => file.Exists ? file.Length : 0);

    public SqliteConnection OpenReader() => Connect(path, SqliteOpenMode.ReadWrite);

    public DurableStoreException Failure(SqliteException e) => new(Describe(e, path), e);

    public void Dispose()
    {
        Writer.Dispose();
        guard.Dispose();
    }

    public static bool IsLocked(Exception e) => e is SqliteException { SqliteErrorCode: 5 or 6 };

    /// <summary>The file is what is wrong, and no disk that comes back makes it right.</summary>
    public static bool IsDamaged(Exception? e) => e is SqliteException { SqliteErrorCode: 11 or 26 };

    /// <summary>The disk or the file refuses; false when the statement itself is wrong, which trying again does not change.</summary>
    public static bool IsStorageFailure(SqliteException e) =>
        e.SqliteErrorCode is 5 or 6 or 7 or 8 or 9 or 10 or 11 or 13 or 14 or 15 or 22 or 23 or 26;

    public static string Describe(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        5 or 6 => $"The database {path} is locked by another process. End that process, or let it finish. ({e.Message})",
        10 => $"The database {path} cannot be read or written. Look at the disk. ({e.Message})",
        11 or 26 => $"The database {path} is damaged or is not a SQLite file. Restore it from a copy. ({e.Message})",
        13 => $"The disk that holds {path} is full. ({e.Message})",
        8 => $"The database {path} is read-only. ({e.Message})",
        _ => $"The database {path}: {e.Message}",
    };

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 5,
        }.ToString());
        connection.Open();
        return connection;
    }

    // SQLite lets two processes write in turns; two engines on one file would both run its work.
    private static FileStream Lock(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DurableStoreException($"The folder of {path} cannot be made. ({e.Message})", e);
        }

        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new DurableStoreException(
                $"The database {path} is in use by another process or engine; only one may run on it. ({e.Message})", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new DurableStoreException($"The database {path} is read-only: the folder does not let this process write. ({e.Message})", e);
        }
    }

    private static void Migrate(SqliteConnection connection, string path)
    {
        Execute(connection, "BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT coalesce(max(version), 0) FROM schema_version";
        var found = (long)read.ExecuteScalar()!;
        if (found > Schema.Scripts.Count)
        {
            Execute(connection, "ROLLBACK");
            throw new DurableStoreException(
                $"The database {path} has schema {found}; this build knows up to {Schema.Scripts.Count}. Run the newer build.");
        }

        for (var version = (int)found; version < Schema.Scripts.Count; version++)
        {
            Execute(connection, Schema.Scripts[version]);
            Execute(connection, $"INSERT INTO schema_version VALUES ({version + 1})");
        }

        Execute(connection, "COMMIT");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

using Microsoft.Data.Sqlite;

namespace Rectify.Durable.Sqlite.Storage;

/// <summary>Opens the SQLite file for one process at a time, with the schema of this build.</summary>
internal sealed class Database : IDisposable
{
    private readonly FileStream guard;
    private readonly string path;

    private Database(string path, FileStream guard, SqliteConnection writer, string? setAside)
    {
        this.path = path;
        this.guard = guard;
        Writer = writer;
        SetAside = setAside;
    }

    public SqliteConnection Writer { get; }

    /// <summary>The path to which a file of an older schema was renamed; null when there was none.</summary>
    public string? SetAside { get; }

    /// <exception cref="DurableStoreException">The file is in use, damaged, or of a schema that this build does not read.</exception>
    public static Database Open(EngineOptions options, OlderSchema older)
    {
        var path = Path.GetFullPath(options.DatabasePath);
        var guard = Lock(path);
        SqliteConnection? writer = null;
        try
        {
            WalFile.Check(path, options.SynchronousFull);
            writer = Connect(path, SqliteOpenMode.ReadWriteCreate);
            string? aside = null;
            if (SchemaOf(writer) is > 0 and < Schema.Version and var found)
            {
                if (older == OlderSchema.Refuse)
                {
                    throw new DurableStoreException($"The database {path} has schema {found}; this build reads {Schema.Version} only.");
                }

                writer.Dispose();
                aside = Move(path, found);
                writer = Connect(path, SqliteOpenMode.ReadWriteCreate);
            }

            if (SQLitePCL.raw.sqlite3_db_readonly(writer.Handle, "main") != 0)
            {
                // Checked here, because SQLite opens a read-only file and refuses only the first write, which may come days later.
                throw new DurableStoreException($"The database {path} is read-only: give this process the right to write it.");
            }

            Execute(writer, "PRAGMA journal_mode = WAL");
            Execute(writer, $"PRAGMA synchronous = {(options.SynchronousFull ? "FULL" : "NORMAL")}");
            // The write-ahead log is written back to the file every 16 MB, is cut to 64 MB after it has grown, and is removed by a clean
            // stop.
            Execute(writer, "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -32000");
            CreateTables(writer, path);
            return new Database(path, guard, writer, aside);
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

    /// <summary>The size of the file and its log, in bytes.</summary>
    public long Size => new[] { path, path + "-wal" }.Select(name => new FileInfo(name)).Sum(file => file.Exists ? file.Length : 0);

    public SqliteConnection OpenReader() => Connect(path, SqliteOpenMode.ReadWrite);

    public DurableStoreException Failure(SqliteException e) => new(Describe(e, path), e);

    public void Dispose()
    {
        Writer.Dispose();
        guard.Dispose();
    }

    public static bool IsLocked(Exception e) => e is SqliteException { SqliteErrorCode: 5 or 6 };

    /// <summary>Whether the file itself is damaged, so that trying again does not help.</summary>
    public static bool IsDamaged(Exception? e) => e is SqliteException { SqliteErrorCode: 11 or 26 };

    /// <summary>
    /// Whether the disk or the file has failed; false when the statement itself is wrong, so that trying again does not help.
    /// </summary>
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

    // Locks the file for this engine: SQLite would let two processes write, and two engines on one file would both run its orchestrations.
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
            throw new DurableStoreException($"The database {path} is read-only: the folder does not let this process write. ({e.Message})",
                e);
        }
    }

    private static void CreateTables(SqliteConnection connection, string path)
    {
        switch (SchemaOf(connection))
        {
            case 0:
                Execute(connection, $"""
                    BEGIN IMMEDIATE;
                    CREATE TABLE schema_version (version INTEGER NOT NULL);
                    INSERT INTO schema_version VALUES ({Schema.Version});
                    {Schema.Script}
                    COMMIT
                    """);
                break;
            case > Schema.Version and var newer:
                throw new DurableStoreException(
                    $"The database {path} has schema {newer}; this build knows up to {Schema.Version}. Run the newer build.");
        }
    }

    /// <summary>The schema's number; 0 for an empty file.</summary>
    private static long SchemaOf(SqliteConnection connection)
    {
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_version'";
        if ((long)read.ExecuteScalar()! == 0)
        {
            return 0;
        }

        read.CommandText = "SELECT coalesce(max(version), 0) FROM schema_version";
        return (long)read.ExecuteScalar()!;
    }

    // Closing the last connection has usually removed the log; if it is still there, it is renamed with the file.
    private static string Move(string path, long schema)
    {
        var aside = $"{path}.schema-{schema}";
        for (var number = 2; Path.Exists(aside); number++)
        {
            aside = $"{path}.schema-{schema}-{number}";
        }

        try
        {
            foreach (var suffix in new[] { "-wal", "-shm", "" }.Where(suffix => File.Exists(path + suffix)))
            {
                File.Move(path + suffix, aside + suffix);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DurableStoreException($"The database {path} is of an older build and cannot be set aside as {aside}. ({e.Message})",
                e);
        }

        return aside;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

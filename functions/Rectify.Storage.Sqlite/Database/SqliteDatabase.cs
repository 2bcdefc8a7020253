using System.Globalization;
using Microsoft.Data.Sqlite;
using Rectify.Domain.Messages;
using Rectify.Office.Ledger;

namespace Rectify.Storage.Sqlite.Database;

/// <summary>The SQLite file that holds ledger, register and outbox. Several processes may have it open.</summary>
public sealed class SqliteDatabase : IDisposable, IStorageHealth
{
    /// <summary>How long a write waits for the write of another process to end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // More than one page of the file, so that the probe needs further space on the disk.
    private const int ProbeLength = 64 * 1024;

    private volatile bool isFull;
    private volatile SqliteFileException? damage;

    private readonly string path;
    private readonly TimeSpan patience;

    // Queues the writes of this process, in order and without polling. Between processes the lock of BEGIN IMMEDIATE decides, which SQLite
    // polls.
    private readonly SqliteWriter writer;

    private SqliteDatabase(string path, TimeSpan patience)
    {
        (this.path, this.patience) = (path, patience);
        writer = new SqliteWriter(() => Connect(SqliteOpenMode.ReadWrite, pooling: true));
    }

    /// <summary>Opens the file, creates it when it is missing, and brings its tables up to this program's version.</summary>
    /// <exception cref="SqliteFileException">The file is damaged, foreign, newer than this program, or cannot be written.</exception>
    public static SqliteDatabase Open(string path) => Open(path, Patience);

    internal static SqliteDatabase Open(string path, TimeSpan patience)
    {
        var full = Path.GetFullPath(path);
        try
        {
            PrivateFolder.Create(Path.GetDirectoryName(full) ?? full);
            var database = new SqliteDatabase(full, patience);
            database.Prepare();
            return database;
        }
        catch (SqliteException error) when (SqliteFileException.From(full, error) is { } meaning)
        {
            throw meaning;
        }
        catch (Exception error) when (error is SqliteException or InvalidOperationException or InvalidCastException or FormatException)
        {
            // The file is marked as one of Rectify and lacks something that every such file has.
            throw new SqliteFileException($"{full} is damaged. Keep it for examination and restore it from a backup. ({error.Message})",
                error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SqliteFileException($"The folder of {full} cannot be created: {error.Message}", error);
        }
    }

    /// <summary>Reads, without waiting for a write.</summary>
    public async Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            await using var connection = Connect(SqliteOpenMode.ReadWrite, pooling: true);
            return read(connection);
        }
        catch (SqliteException error) when (SqliteFileException.From(path, error) is { } meaning)
        {
            throw Noted(meaning);
        }
    }

    /// <summary>The rows of a query, in its order, read without waiting for a write.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(
        string sql, Func<SqliteDataReader, T> read, CancellationToken cancellation, params (string Name, object? Value)[] values) =>
        await ReadAsync(connection => connection.Query(sql, read, values), cancellation);

    /// <summary>Runs one change in a transaction of its own. Returns the number of rows it changed.</summary>
    public Task<int> ExecuteAsync(string sql, CancellationToken cancellation, params (string Name, object? Value)[] values) =>
        WriteAsync(connection => connection.Execute(sql, values), cancellation);

    /// <summary>Writes in one transaction. When this returns, the change is on the disk; when it throws, nothing was changed.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellation)
    {
        try
        {
            var result = await writer.RunAsync(write, cancellation);
            isFull = false;
            return result;
        }
        catch (SqliteException error) when (SqliteFileException.From(path, error) is { } meaning)
        {
            isFull |= error.SqliteErrorCode == SQLitePCL.raw.SQLITE_FULL;
            throw Noted(meaning);
        }
    }

    /// <summary>The same as <see cref="ReadAsync"/>, for callers that cannot await.</summary>
    public T Read<T>(Func<SqliteConnection, T> read)
    {
        try
        {
            using var connection = Connect(SqliteOpenMode.ReadWrite, pooling: true);
            return read(connection);
        }
        catch (SqliteException error) when (SqliteFileException.From(path, error) is { } meaning)
        {
            throw Noted(meaning);
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// After a write has failed because the disk was full, and until one succeeds, this writes a probe to find out whether there is space
    /// again. After any read or write has met damage, this checks the whole file again.
    /// </remarks>
    public async Task<Bilingual?> FaultAsync(CancellationToken cancellation)
    {
        try
        {
            if (damage is { } met)
            {
                if (await ReadAsync(connection => connection.Text("PRAGMA quick_check(1)"), cancellation) != "ok") return met.Told;
                damage = null;
            }

            if (isFull)
            {
                var probe = new string('x', ProbeLength);
                await ExecuteAsync("UPDATE ledger_head SET probe = $text", cancellation, ("$text", probe));
                await ExecuteAsync("UPDATE ledger_head SET probe = NULL", cancellation);
            }

            return null;
        }
        catch (SqliteFileException failed)
        {
            return failed.Told;
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(ConnectionString(SqliteOpenMode.ReadWrite, pooling: true));
        SqliteConnection.ClearPool(connection);
    }

    private SqliteFileException Noted(SqliteFileException meaning)
    {
        if (meaning.IsDamage) damage = meaning;
        return meaning;
    }

    // Checks that the file is one of Rectify, not newer than this program, and undamaged, before anything is written.
    private void Prepare()
    {
        using var connection = Connect(SqliteOpenMode.ReadWriteCreate, pooling: false);
        RefuseNewer(path, SqliteSchema.VersionOf(connection) ?? throw new SqliteFileException(
            $"{path} is a database of another program. It was left as it is; choose another file."));
        if (SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
            throw new SqliteFileException($"{path} is read-only: this program must be allowed to write the file and its folder.");
        if (connection.Text("PRAGMA quick_check(1)") is var verdict and not "ok")
            throw new SqliteFileException($"{path} is damaged. Keep it for examination and restore it from a backup. ({verdict})");
        if (connection.Text("PRAGMA journal_mode = WAL") is var mode and not "wal")
            throw new SqliteFileException(
                $"{path} lies on a file system that cannot hold it safely (journal mode {mode}); choose a local disk.");
        SqliteSchema.Upgrade(connection, SqliteSchema.Steps);
    }

    /// <summary>Refuses a file that another process has upgraded since it was opened here.</summary>
    internal static void RefuseNewer(SqliteConnection connection) =>
        RefuseNewer(connection.DataSource, (int)connection.Number("SELECT max(version) FROM schema_version"));

    private static void RefuseNewer(string path, int version)
    {
        if (version > SqliteSchema.Steps.Count)
        {
            throw new SqliteFileException(string.Create(
                CultureInfo.InvariantCulture,
                $"{path} was written by a newer version of Rectify (tables {version}; this program knows {SqliteSchema.Steps.Count}). ")
                + "It was left as it is; use the newer program.");
        }
    }

    private SqliteConnection Connect(SqliteOpenMode mode, bool pooling)
    {
        var connection = new SqliteConnection(ConnectionString(mode, pooling));
        try
        {
            connection.Open();

            // A pooled connection would go on writing to a file that has been deleted, and all of it would be lost.
            if (!File.Exists(path))
                throw new SqliteFileException($"{path} has disappeared. Nothing was recorded; restore the file and start again.");
            connection.Execute(string.Create(
                CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(int)patience.TotalMilliseconds}; PRAGMA synchronous = FULL"));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Only Prepare may create the file: a ledger that disappears later is an error, not an empty ledger.
    private string ConnectionString(SqliteOpenMode mode, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = mode,
        Pooling = pooling,
        ForeignKeys = true,
        DefaultTimeout = (int)Math.Ceiling(patience.TotalSeconds),
    }.ToString();
}

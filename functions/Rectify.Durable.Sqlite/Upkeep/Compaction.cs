using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Rectify.Durable.Sqlite.Upkeep;

/// <summary>
/// Rewrites the file at the start of the engine when much of it is free, to return the space of removed instances to the disk.
/// </summary>
/// <remarks>SQLite reuses free pages, so that only a file that is mostly free is rewritten, and never while work is in progress.</remarks>
internal static partial class Compaction
{
    /// <summary>The free space, in bytes, below which the file is not rewritten: 16 MiB.</summary>
    public const long LeastFree = 16 << 20;

    /// <summary>Whether more than half of the file is free, and at least <see cref="LeastFree"/>.</summary>
    public static bool IsWorthwhile(long pages, long freePages, long pageSize) =>
        freePages * 2 > pages && freePages * pageSize >= LeastFree;

    public static void Run(SqliteConnection connection, ILogger logger)
    {
        var (pages, free, size) = (Read(connection, "page_count"), Read(connection, "freelist_count"), Read(connection, "page_size"));
        if (!IsWorthwhile(pages, free, size))
        {
            return;
        }

        try
        {
            using var vacuum = connection.CreateCommand();
            vacuum.CommandText = "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)";
            vacuum.CommandTimeout = 0;
            vacuum.ExecuteNonQuery();
            LogRewritten(logger, free * size);
        }
        catch (SqliteException e)
        {
            // The file is unchanged. The engine starts all the same, for example when the disk has no space for a second copy.
            LogLeft(logger, e.Message);
        }
    }

    private static long Read(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return (long)command.ExecuteScalar()!;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The database was rewritten: {Bytes} bytes went back to the disk")]
    private static partial void LogRewritten(ILogger logger, long bytes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database was not rewritten, although most of it is free: {Reason}")]
    private static partial void LogLeft(ILogger logger, string reason);
}

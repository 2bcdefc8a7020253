using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Rectify.Durable.Sqlite.Upkeep;

/// <summary>Gives room that removed instances left back to the disk, at a start, when it is worth rewriting the file.</summary>
/// <remarks>
/// Free pages are used again by themselves; only a file that is mostly free pages is rewritten, and never while work is under way.
/// </remarks>
internal static partial class Compaction
{
    /// <summary>Less than this, in bytes, is left alone: 16 MiB.</summary>
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
            // The file is as it was: a disk without room for a second copy is no reason not to start.
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

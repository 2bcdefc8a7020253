using Microsoft.Data.Sqlite;

namespace Rectify.Functions.Ledger;

/// <summary>The storage file cannot be used. The message names it and says what a person can do.</summary>
internal sealed class SqliteFileException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What an error of SQLite means for the file; null when it means nothing for it (then it is a bug of the program).</summary>
    public static SqliteFileException? From(string path, SqliteException error)
    {
        var meaning = error.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
                $"{path} is in use: another program kept it locked for too long. Nothing was recorded; try again.",
            SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM =>
                $"{path} is read-only: this program must be allowed to write the file and its folder.",
            SQLitePCL.raw.SQLITE_CANTOPEN =>
                $"{path} cannot be opened or created: its folder must exist and this program must be allowed to write in it.",
            SQLitePCL.raw.SQLITE_FULL =>
                $"The disk that holds {path} is full. Nothing was recorded; free some space and try again.",
            SQLitePCL.raw.SQLITE_IOERR =>
                $"The disk that holds {path} failed. Look whether the last change was recorded before you repeat it.",
            SQLitePCL.raw.SQLITE_CORRUPT =>
                $"{path} is damaged. Keep it for examination and restore it from a backup.",
            SQLitePCL.raw.SQLITE_NOTADB =>
                $"{path} is not a SQLite database (or is encrypted). It was left as it is.",
            _ => null,
        };
        return meaning is null ? null : new SqliteFileException($"{meaning} ({error.Message})", error);
    }
}

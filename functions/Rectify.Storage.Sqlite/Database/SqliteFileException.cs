using Microsoft.Data.Sqlite;
using Rectify.Domain.Messages;
using Rectify.Office.Ledger;

namespace Rectify.Storage.Sqlite.Database;

/// <summary>The storage file cannot be used. The message names the file and tells the operator what to do.</summary>
public sealed class SqliteFileException(string message, Exception? inner = null) : StorageException(message, inner)
{
    /// <summary>The same for the health checks, without the path.</summary>
    public Bilingual Told => (InnerException as SqliteException)?.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
            ("台账文件被其他程序长时间占用。", "The ledger file is in use: another program keeps it locked."),
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM =>
            ("台账文件为只读：本程序须能写入该文件及其文件夹。",
                "The ledger file is read-only: this program must be allowed to write the file and its folder."),
        SQLitePCL.raw.SQLITE_FULL =>
            ("存放台账的磁盘已满，无法登记；请腾出空间。",
                "The disk that holds the ledger is full: nothing can be recorded until some space is free."),
        SQLitePCL.raw.SQLITE_IOERR =>
            ("存放台账的磁盘出错。", "The disk that holds the ledger failed."),
        SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB =>
            ("台账文件已损坏；请保留原件备查，并从备份恢复。",
                "The ledger file is damaged: keep it for examination and restore it from a backup."),
        _ => ("台账文件无法使用，详见日志。", "The ledger file cannot be used: see the log."),
    };

    /// <summary>
    /// Whether the content of the file is damaged (true), or something around the file is at fault, such as disk or permissions (false).
    /// </summary>
    public bool IsDamage =>
        InnerException is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB };

    /// <summary>
    /// What an error of SQLite means for the file; null when the error is not about the file (then it is a bug of the program).
    /// </summary>
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

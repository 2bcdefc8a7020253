using Rectify.Office.Ledger;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.Ledger;

namespace Rectify.Storage.Sqlite;

/// <summary>Compares a ledger file, when it is opened, with the head that was kept of it.</summary>
public static class SqliteGuard
{
    /// <summary>Reads the hash of every entry once. When nothing is missing, the head file is brought up to date.</summary>
    public static LedgerGuard Of(SqliteDatabase database, HeadFile file)
    {
        var outside = file.Read();
        var (gap, found) = database.Read(connection => (SqliteHead.GapOf(connection, outside), SqliteHead.Kept(connection)));
        if (gap is null && found is not null && found != outside) file.Raise(found);
        return new LedgerGuard(file, gap, database.Read(SqliteAcceptances.All) is [.., var last] ? last.At : null);
    }
}

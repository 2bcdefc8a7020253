using Microsoft.Data.Sqlite;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Office.Register;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.Ledger;
using Rectify.Storage.Sqlite.Outbox;
using Rectify.Storage.Sqlite.Register;

namespace Rectify.Functions.Tests.Ledger;

/// <summary>A real file in a folder of its own, opened once for the test and once more for whoever comes later.</summary>
internal sealed class SqliteStorage : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<SqliteDatabase> opened = [];

    public SqliteStorage()
    {
        Database = Open();
        (Ledger, Outbox, Registry) = (new SqliteLedger(Database), new SqliteOutbox(Database), new SqliteRegisterStore(Database));
    }

    public SqliteDatabase Database { get; }

    public ILedger Ledger { get; }

    public IOutbox Outbox { get; }

    public IRegisterStore Registry { get; }

    public ILedger OpenAgain() => new SqliteLedger(Open());

    /// <summary>Opens the file as another process does; any number of tasks may do so at once.</summary>
    public SqliteDatabase Open()
    {
        var database = SqliteDatabase.Open(folder.File("rectify.db"));
        lock (opened) opened.Add(database);
        return database;
    }

    /// <summary>Asserts that the file refuses a change of entries that are only ever added.</summary>
    public async Task AssertAppendOnlyAsync(string sql, CancellationToken cancellation)
    {
        var error = await Assert.ThrowsAsync<SqliteException>(() => Database.ExecuteAsync(sql, cancellation));
        Assert.Contains("append-only", error.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        opened.ForEach(database => database.Dispose());
        folder.Dispose();
    }
}

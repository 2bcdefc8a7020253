using Rectify.Functions.Ledger;
using Rectify.Functions.Notices;
using Rectify.Functions.Registry;

namespace Rectify.Functions.Tests.Ledger;

/// <summary>A real file in a folder of its own, opened once for the test and once more for whoever comes later.</summary>
internal sealed class SqliteStorage : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<SqliteDatabase> opened = [];

    public SqliteStorage()
    {
        var database = Open();
        (Ledger, Outbox, Registry) = (new SqliteLedger(database), new SqliteOutbox(database), new SqliteRegistry(database));
    }

    public ILedger Ledger { get; }

    public IOutbox Outbox { get; }

    public IRegistry Registry { get; }

    public ILedger OpenAgain() => new SqliteLedger(Open());

    public void Dispose()
    {
        opened.ForEach(database => database.Dispose());
        folder.Dispose();
    }

    private SqliteDatabase Open()
    {
        var database = SqliteDatabase.Open(folder.File("rectify.db"));
        opened.Add(database);
        return database;
    }
}

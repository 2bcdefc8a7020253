using Microsoft.Data.Sqlite;
using Rectify.Functions.Tests.Ledger;
using Rectify.Office.State;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.State;

namespace Rectify.Functions.Tests.State;

public sealed class SqliteStateStoreTests : StateStoreContract, IDisposable
{
    private readonly SqliteStorage storage = new();

    public SqliteStateStoreTests() => Store = new SqliteStateStore(storage.Database);

    private protected override IStateStore Store { get; }

    public void Dispose() => storage.Dispose();

    private protected override IStateStore OpenAgain() => new SqliteStateStore(storage.Open());

    [Fact]
    public async Task A_file_from_before_there_were_shared_documents_takes_them()
    {
        using var folder = new TempFolder();
        await using (var connection = new SqliteConnection($"Data Source={folder.File("old.db")};Pooling=False"))
        {
            await connection.OpenAsync(Cancellation);
            var before = SqliteSchema.Steps.ToList().IndexOf(SqliteSchema.SharedState);
            SqliteSchema.Upgrade(connection, [.. SqliteSchema.Steps.Take(before)]);
        }

        using var database = SqliteDatabase.Open(folder.File("old.db"));
        var store = new SqliteStateStore(database);
        Assert.True(await store.TryWriteAsync("reconcile", "{}", null, Cancellation));
        Assert.Equal("{}", (await store.ReadAsync("reconcile", Cancellation))!.Text);
    }
}

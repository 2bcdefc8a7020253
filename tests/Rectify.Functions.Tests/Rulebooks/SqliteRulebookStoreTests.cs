using Microsoft.Data.Sqlite;
using Rectify.Functions.Tests.Ledger;
using Rectify.Office.Rulebooks;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.Rulebooks;

namespace Rectify.Functions.Tests.Rulebooks;

public sealed class SqliteRulebookStoreTests : RulebookStoreContract, IDisposable
{
    private readonly SqliteStorage storage = new();

    public SqliteRulebookStoreTests() => Store = new SqliteRulebookStore(storage.Database);

    protected override IRulebookStore Store { get; }

    public void Dispose() => storage.Dispose();

    [Theory]
    [InlineData("UPDATE rulebook_entries SET data = '{}'")]
    [InlineData("DELETE FROM rulebook_entries")]
    public async Task An_entry_is_neither_changed_nor_deleted(string sql)
    {
        var entry = new RulebookEntry(1, "a", new RulebookAct.Retire("已有新的"), "officer:张", DateTimeOffset.UnixEpoch);
        await Store.TryAddAsync(entry, Cancellation);

        var error =
            await Assert.ThrowsAsync<SqliteException>(
                () => storage.Database.WriteAsync(connection => connection.Execute(sql), Cancellation));
        Assert.Contains("append-only", error.Message, StringComparison.Ordinal);
    }

    protected override IRulebookStore OpenAgain() => new SqliteRulebookStore(storage.Open());
}

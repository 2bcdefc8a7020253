using Microsoft.Data.Sqlite;
using Rectify.Functions.Tests.Ledger;
using Rectify.Office.Accounts;
using Rectify.Storage.Sqlite.Accounts;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Functions.Tests.Accounts;

public sealed class SqliteAccountStoreTests : AccountStoreContract, IDisposable
{
    private readonly SqliteStorage storage = new();

    public SqliteAccountStoreTests() => Store = new SqliteAccountStore(storage.Database);

    protected override IAccountStore Store { get; }

    public void Dispose() => storage.Dispose();

    [Theory]
    [InlineData("UPDATE account_entries SET data = '{}'")]
    [InlineData("DELETE FROM account_entries")]
    public async Task An_entry_is_neither_changed_nor_deleted(string sql)
    {
        var entry = AccountEntry.After(null, "a", new AccountAct.Renew(), "officer:张", DateTimeOffset.UnixEpoch);
        await Store.TryAddAsync(entry, Cancellation);

        var error =
            await Assert.ThrowsAsync<SqliteException>(
                () => storage.Database.WriteAsync(connection => connection.Execute(sql), Cancellation));
        Assert.Contains("append-only", error.Message, StringComparison.Ordinal);
    }

    protected override IAccountStore OpenAgain() => new SqliteAccountStore(storage.Open());
}

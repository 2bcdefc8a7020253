using Rectify.Functions.Tests.Ledger;
using Rectify.Office.Records;
using Rectify.Storage.Sqlite.YearlyCycle;

namespace Rectify.Functions.Tests.YearlyCycle;

public sealed class SqliteYearlyRecordStoreTests : YearlyRecordStoreContract, IDisposable
{
    private readonly SqliteStorage storage = new();

    public SqliteYearlyRecordStoreTests() => Store = new SqliteYearlyRecordStore(storage.Database);

    protected override IYearlyRecordStore Store { get; }

    public void Dispose() => storage.Dispose();

    [Theory]
    [InlineData("UPDATE yearly_entries SET item = '2027'")]
    [InlineData("DELETE FROM yearly_entries")]
    public async Task An_entry_is_neither_changed_nor_deleted(string sql)
    {
        await Store.TryAddAsync(Letter(1, "2026", "王主任"), Cancellation);

        await storage.AssertAppendOnlyAsync(sql, Cancellation);
    }

    protected override IYearlyRecordStore OpenAgain() => new SqliteYearlyRecordStore(storage.Open());
}

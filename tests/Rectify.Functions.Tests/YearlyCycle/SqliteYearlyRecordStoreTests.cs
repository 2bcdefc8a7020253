using Microsoft.Data.Sqlite;
using Rectify.Functions.Tests.Ledger;
using Rectify.Office.Records;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.YearlyCycle;

namespace Rectify.Functions.Tests.YearlyCycle;

public sealed class SqliteYearlyRecordStoreTests : YearlyBookContract, IDisposable
{
    private readonly SqliteStorage storage = new();

    public SqliteYearlyRecordStoreTests() => Book = new SqliteYearlyRecordStore(storage.Database);

    protected override IYearlyRecordStore Book { get; }

    public void Dispose() => storage.Dispose();

    [Theory]
    [InlineData("UPDATE yearly_entries SET item = '2027'")]
    [InlineData("DELETE FROM yearly_entries")]
    public async Task An_entry_is_neither_changed_nor_deleted(string sql)
    {
        await Book.TryAddAsync(Letter(1, "2026", "王主任"), Cancellation);

        var error =
            await Assert.ThrowsAsync<SqliteException>(
                () => storage.Database.WriteAsync(connection => connection.Execute(sql), Cancellation));
        Assert.Contains("append-only", error.Message, StringComparison.Ordinal);
    }

    protected override IYearlyRecordStore OpenAgain() => new SqliteYearlyRecordStore(storage.Open());
}

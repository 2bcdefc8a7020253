using Rectify.Domain.Calendar;
using Rectify.Functions.Tests.Ledger;
using Rectify.Office.Calendar;
using Rectify.Storage.Sqlite.Calendar;

namespace Rectify.Functions.Tests.Calendar;

public sealed class SqliteCalendarStoreTests : CalendarStoreContract, IDisposable
{
    private readonly SqliteStorage storage = new();

    public SqliteCalendarStoreTests() => Store = new SqliteCalendarStore(storage.Database);

    protected override ICalendarStore Store { get; }

    public void Dispose() => storage.Dispose();

    [Theory]
    [InlineData("UPDATE calendar_imports SET data = '{}'")]
    [InlineData("DELETE FROM calendar_imports")]
    public async Task An_import_is_neither_changed_nor_deleted(string sql)
    {
        await Store.AddAsync(new CalendarYear(2027, "通知", new HashSet<DateOnly> { new(2027, 1, 1) }, new HashSet<DateOnly>()),
            "officer:张", DateTimeOffset.UnixEpoch, Cancellation);

        await storage.AssertAppendOnlyAsync(sql, Cancellation);
    }

    protected override ICalendarStore OpenAgain() => new SqliteCalendarStore(storage.Open());
}

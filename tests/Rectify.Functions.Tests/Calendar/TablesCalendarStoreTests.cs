using Rectify.Domain.Calendar;
using Rectify.Functions.Tests.Ledger.Tables;
using Rectify.Office.Calendar;
using Rectify.Storage.Tables.Calendar;

namespace Rectify.Functions.Tests.Calendar;

public sealed class TablesCalendarStoreTests : CalendarStoreContract
{
    private readonly TablesStorage storage = new();

    public TablesCalendarStoreTests() => Store = new TablesCalendarStore(storage.Store);

    protected override ICalendarStore Store { get; }

    [Fact]
    public async Task Imports_of_twenty_processes_at_once_are_all_kept_each_under_a_revision_of_its_own()
    {
        var year = new CalendarYear(2027, "通知", new HashSet<DateOnly> { new(2027, 1, 1) }, new HashSet<DateOnly>());

        var imports =
            await Task.WhenAll(
                Enumerable.Range(0, 20).Select(number =>
                    OpenAgain().AddAsync(year, $"officer:{number}", DateTimeOffset.UnixEpoch, Cancellation)));

        Assert.Equal(Enumerable.Range(1, 20).Select(revision => (long)revision), imports.Select(import => import.Revision).Order());
        Assert.Equal(20, (await Store.HistoryAsync(2027, Cancellation)).Count);
    }

    protected override ICalendarStore OpenAgain() => new TablesCalendarStore(storage.Open());
}

using Rectify.Domain.Calendar;
using Rectify.Office.Calendar;

namespace Rectify.Functions.Tests.Calendar;

/// <summary>What every kind of calendar store does.</summary>
public abstract class CalendarStoreContract
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero).AddTicks(1234567);

    protected abstract ICalendarStore Store { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A second store over the same data, opened as another process opens it.</summary>
    protected abstract ICalendarStore OpenAgain();

    [Fact]
    public async Task Nothing_is_imported_at_first()
    {
        Assert.Equal(0, await Store.RevisionAsync(Cancellation));
        Assert.Empty(await Store.LatestAsync(Cancellation));
        Assert.Empty(await Store.HistoryAsync(2027, Cancellation));
    }

    [Fact]
    public async Task An_import_reads_back_as_it_was_made_in_every_process()
    {
        var import = await Store.AddAsync(Year(2027, "通知"), "officer:张", At, Cancellation);

        Assert.Equal((Year(2027, "通知"), "officer:张", At), (import.Year, import.Actor, import.At));
        var other = OpenAgain();
        Assert.Equal([import], await other.LatestAsync(Cancellation));
        Assert.Equal([import], await other.HistoryAsync(2027, Cancellation));
        Assert.Equal(import.Revision, await other.RevisionAsync(Cancellation));
    }

    [Fact]
    public async Task Of_each_year_the_last_import_counts_and_every_one_is_kept()
    {
        var first = await Store.AddAsync(Year(2027, "一"), "officer:张", At, Cancellation);
        var other = await Store.AddAsync(Year(2026, "二"), "officer:张", At, Cancellation);
        var second = await OpenAgain().AddAsync(Year(2027, "三"), "officer:李", At.AddDays(1), Cancellation);

        Assert.True(first.Revision < other.Revision && other.Revision < second.Revision);
        Assert.Equal([other, second], await Store.LatestAsync(Cancellation));
        Assert.Equal([first, second], await Store.HistoryAsync(2027, Cancellation));
        Assert.Equal(second.Revision, await Store.RevisionAsync(Cancellation));
    }

    private static CalendarYear Year(int year, string source) =>
        new(year, source, new HashSet<DateOnly> { new(year, 10, 1), new(year, 1, 1) }, new HashSet<DateOnly>());
}

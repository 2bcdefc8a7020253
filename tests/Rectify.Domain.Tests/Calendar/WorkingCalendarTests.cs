using Rectify.Domain.Calendar;

namespace Rectify.Domain.Tests.Calendar;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar Shipped = WorkingCalendar.Shipped;

    [Theory]
    [InlineData("2026-02-27", true)] // Friday
    [InlineData("2026-02-28", true)] // make-up Saturday
    [InlineData("2026-03-01", false)] // Sunday
    [InlineData("2026-01-04", true)] // make-up Sunday
    [InlineData("2026-02-20", false)] // holiday Friday
    [InlineData("2027-02-05", false)] // statutory day of a provisional year
    [InlineData("2027-02-09", true)]
    // boundary
    [InlineData("2024-01-01", false)]
    [InlineData("2024-01-02", true)]
    [InlineData("2099-12-31", true)]
    public void A_day_off_is_a_weekend_or_holiday_that_is_not_made_up(string day, bool works)
    {
        Assert.Equal(works, Shipped.IsWorkingDay(DateOnly.Parse(day)));
        Assert.Equal(!works, Shipped.IsDayOff(DateOnly.Parse(day)));
    }

    // Wed 30 | Thu 1 … Wed 7 holidays | Thu 8 | Fri 9 | Sat 10 made up | Sun 11
    [Theory]
    [InlineData("2026-09-30", "2026-09-30")]
    [InlineData("2026-10-01", "2026-10-08")]
    [InlineData("2026-10-07", "2026-10-08")]
    [InlineData("2026-10-08", "2026-10-08")]
    [InlineData("2026-10-10", "2026-10-10")]
    [InlineData("2026-10-11", "2026-10-12")]
    public void The_next_working_day_stays_on_a_working_day(string day, string next) =>
        Assert.Equal(DateOnly.Parse(next), Shipped.NextWorkingDay(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-02-10", 10, "2026-03-02")]
    [InlineData("2026-02-10", 4, "2026-02-14")]
    [InlineData("2026-02-15", 1, "2026-02-24")] // starts on a day off
    // boundary
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-12-31", 1, "2027-01-04")]
    public void Working_days_are_counted_from_the_day_after(string from, int workingDays, string last) =>
        Assert.Equal(DateOnly.Parse(last), Shipped.AddWorkingDays(DateOnly.Parse(from), workingDays));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_count_below_one_working_day_is_refused(int workingDays) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Shipped.AddWorkingDays(new(2026, 1, 5), workingDays));

    [Theory]
    // boundary
    [InlineData("2023-12-31")]
    [InlineData("2100-01-01")]
    public void A_day_outside_the_calendar_is_refused_by_name(string text)
    {
        var day = DateOnly.Parse(text);
        Action[] questions =
        [
            () => Shipped.IsDayOff(day), () => Shipped.IsWorkingDay(day), () => Shipped.NextWorkingDay(day),
            () => Shipped.AddWorkingDays(day, 1),
        ];

        foreach (var question in questions)
        {
            var refused = Assert.Throws<ArgumentOutOfRangeException>(question);
            Assert.StartsWith($"The calendar covers 2024 to 2099; got {text}. (D9)", refused.Message);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Shipped.Year(day.Year));
        Assert.Throws<ArgumentOutOfRangeException>(() => Shipped.IsProvisional(day.Year));
    }

    [Fact]
    public void A_search_that_leaves_the_calendar_is_refused()
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => Shipped.AddWorkingDays(new(2099, 12, 30), 2));
        Assert.Contains("2100-01-01", refused.Message);
    }

    [Fact]
    public void Importing_a_year_replaces_the_provisional_one_and_leaves_the_old_calendar_as_it_was()
    {
        var imported = Shipped.With(Loaded(2027, daysOff: [new(2027, 3, 1)], makeUp: [new(2027, 2, 6)]));

        Assert.False(imported.IsProvisional(2027));
        Assert.True(imported.IsProvisional(2028));
        Assert.True(imported.IsDayOff(new(2027, 3, 1)));
        Assert.True(imported.IsWorkingDay(new(2027, 2, 6)));
        Assert.True(Shipped.IsProvisional(2027));
        Assert.True(Shipped.IsWorkingDay(new(2027, 3, 1)));
        Assert.Equal([2024, 2025, 2026, 2027], imported.Years.Select(year => year.Year));
    }

    [Fact]
    public void Importing_a_loaded_year_again_replaces_it()
    {
        var again = Shipped.With(Loaded(2026));

        Assert.Equal(3, again.Years.Count);
        Assert.True(again.IsWorkingDay(new(2026, 10, 1)));
    }

    [Fact]
    public void Years_between_loaded_ones_are_provisional()
    {
        var calendar = Shipped.With(Loaded(2030));

        Assert.True(calendar.IsProvisional(2029));
        Assert.False(calendar.IsProvisional(2030));
        Assert.True(calendar.IsProvisional(2031));
    }

    [Fact]
    public void A_calendar_that_would_have_to_guess_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new WorkingCalendar([]));
        Assert.Throws<ArgumentException>(() => new WorkingCalendar([Loaded(2026), Loaded(2026)]));
        Assert.Throws<ArgumentException>(() => new WorkingCalendar([Loaded(2100)]));
        var gap = Assert.Throws<ArgumentException>(() => new WorkingCalendar([Loaded(2022), Loaded(2024)]));
        Assert.Contains("2023", gap.Message);
    }

    private static CalendarYear Loaded(int year, IEnumerable<DateOnly>? daysOff = null, IEnumerable<DateOnly>? makeUp = null) =>
        new(year, "notice", (daysOff ?? []).ToHashSet(), (makeUp ?? []).ToHashSet());
}

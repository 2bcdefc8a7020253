using System.Text.Json;
using Rectify.Domain.Calendar;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Tests.Terms;

public class DeadlineTests
{
    private static readonly WorkingCalendar Shipped = WorkingCalendar.Shipped;

    // 2026: Thu 1 October … Wed 7 October holidays | Thu 8 worked
    [Theory]
    [InlineData("2026-04-01", 6, "2026-10-01", "2026-10-08")]
    [InlineData("2025-08-31", 6, "2026-02-28", "2026-02-28")] // a Saturday, but made up
    [InlineData("2025-11-15", 3, "2026-02-15", "2026-02-24")]
    [InlineData("2026-01-12", 3, "2026-04-12", "2026-04-13")]
    [InlineData("2026-03-30", 6, "2026-09-30", "2026-09-30")]
    [InlineData("2028-02-29", 12, "2029-02-28", "2029-02-28")]
    [InlineData("2027-08-31", 6, "2028-02-29", "2028-02-29")]
    // boundary
    [InlineData("2026-12-31", 1, "2027-01-31", "2027-02-01")]
    [InlineData("2026-12-31", 2, "2027-02-28", "2027-03-01")]
    [InlineData("2026-12-31", 3, "2027-03-31", "2027-03-31")]
    [InlineData("2024-12-01", 24, "2026-12-01", "2026-12-01")]
    public void A_deadline_in_months_moves_off_a_day_off(string from, int months, string nominal, string effective)
    {
        var deadline = Of(from, new Period.Months(months));

        Assert.Equal((DateOnly.Parse(nominal), DateOnly.Parse(effective)), (deadline.Nominal, deadline.Effective));
    }

    [Theory]
    [InlineData("2026-09-01", 30, "2026-10-01", "2026-10-08")]
    [InlineData("2026-02-01", 27, "2026-02-28", "2026-02-28")] // made up
    // boundary
    [InlineData("2026-03-30", 1, "2026-03-31", "2026-03-31")]
    [InlineData("2024-03-01", 730, "2026-03-01", "2026-03-02")]
    public void A_deadline_in_days_counts_calendar_days_and_moves_too(string from, int days, string nominal, string effective)
    {
        var deadline = Of(from, new Period.Days(days));

        Assert.Equal((DateOnly.Parse(nominal), DateOnly.Parse(effective)), (deadline.Nominal, deadline.Effective));
    }

    [Fact]
    public void Ten_working_days_after_2026_02_10_count_both_make_up_Saturdays()
    {
        var deadline = Of("2026-02-10", new Period.WorkingDays(10));

        Assert.Equal(new Deadline(new(2026, 3, 2), new(2026, 3, 2), Provisional: false), deadline);
    }

    [Theory]
    [InlineData("2026-10-01")] // holiday
    [InlineData("2026-10-11")] // Sunday
    [InlineData("2031-01-01")] // holiday of a provisional year: no day off decided it
    // boundary
    [InlineData("2026-03-30")] // the day the period starts
    public void An_explicit_day_is_kept_as_written(string dueOn)
    {
        var day = DateOnly.Parse(dueOn);

        Assert.Equal(new Deadline(day, day, Provisional: false), Of("2026-03-30", new Period.Until(day)));
    }

    // 2026 loaded | 2027 provisional: Fri 1 January off, Sat, Sun, Mon 4 worked
    [Theory]
    // boundary
    [InlineData("2026-06-25", "months", 6, false)] // Fri 2026-12-25
    [InlineData("2026-06-26", "months", 6, true)] // Sat 2026-12-26, moved to Mon 28, which the notice of 2027 can have off
    [InlineData("2026-06-30", "months", 6, true)] // Wed 2026-12-30
    [InlineData("2026-10-31", "months", 2, true)] // Thu 2026-12-31
    [InlineData("2026-07-01", "months", 6, true)] // 2027-01-01
    [InlineData("2026-12-01", "days", 24, false)] // Fri 2026-12-25
    [InlineData("2026-12-01", "days", 30, true)] // Thu 2026-12-31
    [InlineData("2026-12-01", "days", 31, true)]
    [InlineData("2026-12-24", "working days", 1, false)]
    [InlineData("2026-12-25", "working days", 1, true)]
    [InlineData("2026-12-30", "working days", 1, true)]
    [InlineData("2025-12-30", "working days", 1, false)] // the notice of 2026 is loaded
    [InlineData("2026-12-31", "working days", 1, true)]
    [InlineData("2027-12-30", "months", 1, true)]
    public void A_deadline_is_provisional_when_a_day_that_decided_it_is(string from, string unit, int count, bool provisional)
    {
        Period period =
            unit switch { "months" => new Period.Months(count), "days" => new Period.Days(count), _ => new Period.WorkingDays(count) };

        Assert.Equal(provisional, Of(from, period).Provisional);
    }

    // Working days pass through the provisional year although they start and end in loaded ones.
    [Fact]
    public void A_count_through_a_provisional_year_is_provisional()
    {
        var calendar = Shipped.With(new CalendarYear(2028, "notice", new HashSet<DateOnly> { new(2028, 1, 1) }, new HashSet<DateOnly>()));
        var deadline = Deadline.Of(new(2026, 12, 1), new Period.WorkingDays(300), calendar);

        Assert.Equal(2028, deadline.Effective.Year);
        Assert.True(deadline.Provisional);
        Assert.False(Deadline.Of(new(2027, 12, 31), new Period.WorkingDays(1), calendar).Provisional);
    }

    [Fact]
    public void A_deadline_in_an_imported_year_is_no_longer_provisional()
    {
        var year = Shipped.Year(2027);
        var imported = Shipped.With(new CalendarYear(2027, "notice", year.DaysOff, year.MakeUpWorkingDays));

        Assert.True(Of("2026-07-01", new Period.Months(6)).Provisional);
        Assert.False(Deadline.Of(new(2026, 7, 1), new Period.Months(6), imported).Provisional);
    }

    [Fact]
    public void A_deadline_expires_at_the_end_of_its_effective_day() =>
        Assert.Equal(new DateTimeOffset(2026, 10, 8, 16, 0, 0, TimeSpan.Zero), Of("2026-04-01", new Period.Months(6)).ExpiresAt);

    [Fact]
    public void A_period_that_runs_into_the_calendar_from_before_is_computed() =>
        Assert.Equal(new(2024, 1, 2), Of("2023-12-01", new Period.Months(1)).Effective);

    public static TheoryData<string, Period, string> Refused => new()
    {
        // boundary
        {
            "2026-03-30", new Period.Until(new(2026, 3, 29)),
            "A deadline is not before its period starts; got 2026-03-29 for 2026-03-30. (D4)"
        },
        { "2023-11-30", new Period.Months(1), "The calendar covers 2024 to 2099; got 2023-12-30. (D9)" },
        { "2023-11-30", new Period.Days(31), "The calendar covers 2024 to 2099; got 2023-12-31. (D9)" },
        { "2023-12-31", new Period.WorkingDays(1), "The calendar covers 2024 to 2099; got 2023-12-31. (D9)" },
        { "2097-01-01", new Period.Months(1), "A period starts in 2096 at the latest; got 2097-01-01. (D9)" },
        { "9999-12-31", new Period.Days(1), "A period starts in 2096 at the latest; got 9999-12-31. (D9)" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_period_without_a_deadline_is_refused_in_words(string from, Period period, string refusal)
    {
        Assert.Equal(refusal, Deadline.Refusal(DateOnly.Parse(from), period, Shipped)?.ToString());
        Assert.StartsWith(refusal, Assert.Throws<ArgumentOutOfRangeException>(() => Of(from, period)).Message);
    }

    [Fact]
    public void The_longest_periods_end_in_the_calendar_wherever_they_may_start()
    {
        Period[] longest = [new Period.Months(Period.Months.Max), new Period.Days(Period.Days.Max),
            new Period.WorkingDays(Period.WorkingDays.Max)];

        Assert.All(longest, period => Assert.InRange(Of("2096-12-31", period).Effective.Year, 2098, WorkingCalendar.LastYear));
    }

    [Fact]
    public void A_deadline_never_moves_to_an_earlier_day_and_survives_serialisation()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Deadline(new(2026, 10, 8), new(2026, 10, 7), Provisional: false));

        var deadline = Of("2026-07-01", new Period.Months(6));
        Assert.Equal(deadline, JsonSerializer.Deserialize<Deadline>(JsonSerializer.Serialize(deadline)));
    }

    private static Deadline Of(string from, Period period) => Deadline.Of(DateOnly.Parse(from), period, Shipped);
}

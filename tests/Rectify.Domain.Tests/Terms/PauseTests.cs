using Rectify.Domain.Calendar;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Tests.Terms;

/// <summary>D4, D7: what a pause adds to a deadline.</summary>
public class PauseTests
{
    private static readonly NaiveDays Naive = new();

    private static Deadline Added(Deadline deadline, Counting counting, string suspendedOn, string resumedOn) =>
        Pause.AddedTo(deadline, counting, DateOnly.Parse(suspendedOn), DateOnly.Parse(resumedOn), WorkingCalendar.Shipped);

    private static Deadline Due(string nominal, string? effective = null) =>
        new(DateOnly.Parse(nominal), DateOnly.Parse(effective ?? nominal), Provisional: false);

    [Theory]
    [InlineData("2026-09-30", "2026-09-30", "2026-06-01", "2026-06-11", "2026-10-10", "2026-10-10")] // a make-up Saturday
    [InlineData("2026-10-01", "2026-10-08", "2026-06-01", "2026-06-11", "2026-10-11", "2026-10-12")]
    // boundary: resumed on the day of the suspension
    [InlineData("2026-09-30", "2026-09-30", "2026-06-01", "2026-06-01", "2026-09-30", "2026-09-30")]
    [InlineData("2026-09-30", "2026-09-30", "2026-06-01", "2026-06-02", "2026-10-01", "2026-10-08")]
    // boundary: suspended on the last day, whose rest is that of the day of the resumption
    [InlineData("2026-09-30", "2026-09-30", "2026-09-29", "2026-11-02", "2026-11-03", "2026-11-03")]
    [InlineData("2026-09-30", "2026-09-30", "2026-09-30", "2026-11-02", "2026-11-02", "2026-11-02")]
    [InlineData("2026-09-30", "2026-09-30", "2026-09-30", "2026-10-31", "2026-10-31", "2026-11-02")]
    // between the nominal day and the working day to which it moved, nothing but that day is left
    [InlineData("2026-10-01", "2026-10-08", "2026-10-05", "2026-11-02", "2026-11-02", "2026-11-02")]
    [InlineData("2026-10-01", "2026-10-08", "2026-10-08", "2026-10-10", "2026-10-10", "2026-10-10")]
    public void Paused_days_are_added_to_the_nominal_day(
        string nominal, string effective, string suspendedOn, string resumedOn, string newNominal, string newEffective) =>
        Assert.Equal(Due(newNominal, newEffective), Added(Due(nominal, effective), Counting.CalendarDays, suspendedOn, resumedOn));

    [Theory]
    // Monday 2 March 2026
    [InlineData("2026-03-02", "2026-02-26", "2026-02-27", "2026-03-03")] // Thursday
    [InlineData("2026-03-02", "2026-02-28", "2026-03-01", "2026-03-03")] // a make-up Saturday is a working day
    [InlineData("2026-03-02", "2026-03-01", "2026-03-02", "2026-03-02")] // Sunday
    [InlineData("2026-03-02", "2026-03-02", "2026-03-09", "2026-03-09")] // suspended on the last day
    [InlineData("2026-03-02", "2026-03-02", "2026-03-07", "2026-03-09")] // and resumed on a Saturday
    [InlineData("2026-09-30", "2026-09-30", "2026-10-07", "2026-10-08")] // over National Day only that one day counts
    public void Of_a_period_in_working_days_only_paused_working_days_are_added(
        string deadline, string suspendedOn, string resumedOn, string expected) =>
        Assert.Equal(Due(expected), Added(Due(deadline), Counting.WorkingDays, suspendedOn, resumedOn));

    // What was left on the first paused morning is left on the morning of the resumption: counted by walking.
    [Fact]
    public void Every_suspension_leaves_as_many_days_as_before()
    {
        foreach (var deadline in Naive.Starts.Where((_, index) => index % 11 == 0).Select(Naive.Forward))
            for (var before = 0; before <= 40; before += 3)
                for (var paused = 1; paused <= 45; paused += 4)
                {
                    var suspended = deadline - before;
                    if (suspended < 0) continue;
                    var resumed = suspended + paused;
                    string S(int day) => $"{Naive.Date(day):yyyy-MM-dd}";

                    var calendarDays = Added(Due(S(deadline)), Counting.CalendarDays, S(suspended), S(resumed));
                    Assert.Equal((Naive.Date(resumed + before), Naive.Date(Naive.Forward(resumed + before))),
                        (calendarDays.Nominal, calendarDays.Effective));

                    var left = Worked(suspended, deadline);
                    var last = resumed;
                    for (var count = Naive.IsOff(last) ? 0 : 1; count < left; count++) last = Naive.NextWorked(last);
                    if (left > 0)
                        Assert.Equal(Naive.Date(last), Added(Due(S(deadline)), Counting.WorkingDays, S(suspended), S(resumed)).Effective);
                }
    }

    [Fact]
    public void A_pause_into_a_year_without_a_notice_is_provisional()
    {
        Assert.True(Added(Due("2026-12-31"), Counting.CalendarDays, "2026-12-01", "2026-12-10").Provisional);
        Assert.True(Added(Due("2026-12-31"), Counting.WorkingDays, "2026-12-01", "2026-12-10").Provisional);
        Assert.False(Added(Due("2026-11-30"), Counting.CalendarDays, "2026-11-02", "2026-11-10").Provisional);
    }

    [Theory]
    [InlineData("2026-06-01", "2026-05-31")]
    [InlineData("2026-06-01", "2099-01-01")]
    public void A_pause_that_cannot_be_added_is_refused_in_words(string suspendedOn, string resumedOn)
    {
        Assert.NotNull(Pause.Refusal(Due("2026-09-30"), DateOnly.Parse(suspendedOn), DateOnly.Parse(resumedOn)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Added(Due("2026-09-30"), Counting.CalendarDays, suspendedOn, resumedOn));
    }

    private static int Worked(int first, int last) => Enumerable.Range(first, last - first + 1).Count(day => !Naive.IsOff(day));
}

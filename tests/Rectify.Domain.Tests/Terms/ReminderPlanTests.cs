using Rectify.Domain.Calendar;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Tests.Terms;

public class ReminderPlanTests
{
    private static readonly int[] Cadence = [30, 15, 7, 3, 1, 0];

    [Theory]
    // Deadline Thu 8 October 2026, the first working day after the holidays 1 to 7 October: steps 7, 3 and 1 all land in them.
    [InlineData("2026-04-01", "2026-10-08", "30@2026-09-08 15@2026-09-23 1@2026-09-30 0@2026-10-08")]
    // Mon 13 April 2026: 30 → Sat 14 March → Fri 13; 15 → Sun 29 → Fri 27; 7 → Mon 6 (Qingming) → Fri 3; 3 → Fri 10; 1 → Sun 12 → Fri 10.
    [InlineData("2026-01-12", "2026-04-13", "30@2026-03-13 15@2026-03-27 7@2026-04-03 1@2026-04-10 0@2026-04-13")]
    // An explicit deadline on Sunday 11 October: the day itself goes out on the make-up Saturday.
    [InlineData("2026-04-01", "2026-10-11", "30@2026-09-11 15@2026-09-24 7@2026-09-30 3@2026-10-08 0@2026-10-10")]
    // boundary
    // Listed on Wed 10 June, due on Fri 10 July, 30 days later: the first step is the listing date.
    [InlineData("2026-06-10", "2026-07-10", "30@2026-06-10 15@2026-06-25 7@2026-07-03 3@2026-07-07 1@2026-07-09 0@2026-07-10")]
    [InlineData("2026-06-11", "2026-07-10", "15@2026-06-25 7@2026-07-03 3@2026-07-07 1@2026-07-09 0@2026-07-10")]
    // Listed on Sat 13 June: 15 days before Mon 29 June is Sun 14, whose previous working day would be Fri 12. Steps 3 and 1 share Fri 26.
    [InlineData("2026-06-13", "2026-06-29", "15@2026-06-13 7@2026-06-22 1@2026-06-26 0@2026-06-29")]
    // Due on the day of listing, a Sunday.
    [InlineData("2026-06-14", "2026-06-14", "0@2026-06-14")]
    // The first day of the calendar, a holiday: nothing before it is asked for.
    [InlineData("2024-01-01", "2024-01-02", "1@2024-01-01 0@2024-01-02")]
    public void A_reminder_falls_on_a_working_day_but_not_before_the_listing(string listedOn, string deadline, string plan) =>
        Assert.Equal(plan, Written(ReminderPlan.For(DateOnly.Parse(listedOn), DateOnly.Parse(deadline), Cadence, WorkingCalendar.Shipped)));

    [Fact]
    public void The_order_and_repetition_of_the_cadence_do_not_matter() =>
        Assert.Equal(
            "7@2026-09-23 3@2026-09-24 0@2026-09-30",
            Written(ReminderPlan.For(new(2026, 4, 1), new(2026, 9, 30), [0, 3, 7, 3, 0], WorkingCalendar.Shipped)));

    [Fact]
    public void An_empty_cadence_reminds_of_nothing() =>
        Assert.Empty(ReminderPlan.For(new(2026, 4, 1), new(2026, 9, 30), [], WorkingCalendar.Shipped));

    [Fact]
    public void A_deadline_before_the_listing_and_a_negative_step_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => ReminderPlan.For(new(2026, 4, 2), new(2026, 4, 1), Cadence, WorkingCalendar.Shipped));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => ReminderPlan.For(new(2026, 4, 1), new(2026, 9, 30), [3, -1], WorkingCalendar.Shipped));
    }

    private static string Written(IReadOnlyList<ReminderDay> plan) =>
        string.Join(' ', plan.Select(reminder => $"{reminder.DaysBefore}@{reminder.Day:yyyy-MM-dd}"));
}

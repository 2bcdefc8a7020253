using Rectify.Domain.Calendar;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.YearlyCycle;

namespace Rectify.Domain.Tests.YearlyCycle;

public class DutyRemindersTests
{
    private static readonly YearlyCycleRule Rule = RulebookCatalog.Shipped.Find("zhejiang-2017")!.YearlyCycle!;

    [Theory]
    // Due 2026-03-31, a Tuesday: 30 days before is Sunday 1 March, after the make-up Saturday 28 February.
    [InlineData(YearlyDuty.ResponsibilityLetter, 2026,
        "2026-02-28 2026-03-16 2026-03-24 2026-03-30 2026-03-31 2026-04-01 2026-04-07 2026-04-15")]
    // Due 2026-02-02, a Monday: 3 January is off and moves back, to the 2nd, which is off too, and the 1st: 31 December.
    [InlineData(YearlyDuty.DutyReport, 2025, "2025-12-31 2026-01-16 2026-01-26 2026-01-30 2026-02-02 2026-02-03 2026-02-09 2026-02-24")]
    public void Reminders_fall_on_working_days_before_and_after_the_last_day(string duty, int year, string days)
    {
        var due = DutyRule.DueOf(duty, year, Rule, WorkingCalendar.Shipped);

        Assert.Equal(days.Split(' ').Select(DateOnly.Parse), DutyReminders.DaysOf(year, due, Rule, WorkingCalendar.Shipped));
    }

    [Fact]
    public void Nobody_is_told_on_the_last_day_that_it_is_overdue_nor_before_the_year_begins()
    {
        foreach (var year in Enumerable.Range(2024, 70))
        {
            foreach (var duty in YearlyDuty.All)
            {
                var due = DutyRule.DueOf(duty, year, Rule, WorkingCalendar.Shipped);
                var days = DutyReminders.DaysOf(year, due, Rule, WorkingCalendar.Shipped);
                Assert.Equal(days.Distinct().Order(), days);
                Assert.Equal(Rule.DaysAfter.Count, days.Count(day => day > due.Effective));
                Assert.Contains(due.Effective, days);
                Assert.True(days[0] >= new DateOnly(year, 1, 1));
            }
        }
    }
}

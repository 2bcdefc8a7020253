using Rectify.Domain.Calendar;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Tests.Terms;

/// <summary>Every start day from 2024 to 2027 against the walked list of days.</summary>
public class SweepTests
{
    private static readonly NaiveDays Naive = new();
    private static readonly WorkingCalendar Shipped = WorkingCalendar.Shipped;

    [Fact]
    public void The_sweep_covers_four_years() => Assert.Equal(366 + 365 + 365 + 365, Naive.Starts.Count());

    [Fact]
    public void Every_day_is_off_or_worked_as_the_tables_say()
    {
        for (var index = 0; index < Naive.Count; index++)
            Assert.True(Naive.IsOff(index) == Shipped.IsDayOff(Naive.Date(index)), $"{Naive.Date(index):yyyy-MM-dd}");
    }

    [Fact]
    public void Every_start_and_1_to_24_months()
    {
        foreach (var start in Naive.Starts)
            for (var months = 1; months <= 24 && Naive.Date(start).AddMonths(months) < new DateOnly(2029, 12, 31); months++)
            {
                var nominal = Naive.AfterMonths(start, months);
                Check(start, new Period.Months(months), nominal, Naive.Forward(nominal), firstAsked: nominal);
                Assert.Equal(
                    new DayInterval(Naive.Date(start), Naive.Date(nominal)), new SanctionLength.Months(months).From(Naive.Date(start)));
            }
    }

    [Fact]
    public void Every_start_and_1_to_400_days()
    {
        foreach (var start in Naive.Starts)
            for (var days = 1; days <= 400; days++)
                Check(start, new Period.Days(days), start + days, Naive.Forward(start + days), firstAsked: start + days);
    }

    [Fact]
    public void Every_start_and_1_to_60_working_days()
    {
        foreach (var start in Naive.Starts)
        {
            var last = start;
            for (var workingDays = 1; workingDays <= 60; workingDays++)
            {
                last = Naive.NextWorked(last);
                Check(start, new Period.WorkingDays(workingDays), last, last, firstAsked: start + 1);
                Assert.Equal(Naive.Date(last), Shipped.AddWorkingDays(Naive.Date(start), workingDays));
            }
        }
    }

    [Fact]
    public void Every_deadline_and_reminder_step_up_to_40_days_after_the_listing()
    {
        int[] cadence = [30, 15, 7, 3, 1, 0];
        foreach (var listing in Naive.Starts)
            for (var deadline = listing; deadline <= listing + 40; deadline++)
            {
                var expected = new SortedDictionary<DateOnly, int>();
                foreach (var step in cadence) // from far to near, so that the nearer one overwrites
                    if (deadline - step >= listing)
                        expected[Naive.Date(Naive.Back(deadline - step, notBefore: listing))] = step;

                var plan = ReminderPlan.For(Naive.Date(listing), Naive.Date(deadline), cadence, Shipped);
                Assert.Equal(expected.Select(pair => new ReminderDay(pair.Value, pair.Key)), plan);
            }
    }

    // The message is only composed for a difference: the sweep compares most of a million deadlines.
    private static void Check(int start, Period period, int nominal, int effective, int firstAsked)
    {
        var expected = new Deadline(Naive.Date(nominal), Naive.Date(effective), Naive.AnyProvisional(firstAsked, effective));
        var actual = Deadline.Of(Naive.Date(start), period, Shipped);
        if (expected != actual)
            Assert.Fail($"{Naive.Date(start):yyyy-MM-dd} and {period}: expected {expected}, got {actual}");
    }
}

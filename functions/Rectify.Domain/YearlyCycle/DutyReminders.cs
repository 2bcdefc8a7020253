using Rectify.Domain.Calendar;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.YearlyCycle;

/// <summary>On which days those who owe something for a year are reminded of it.</summary>
public static class DutyReminders
{
    /// <summary>One day for each offset of the rule, in order, each day once.</summary>
    /// <remarks>
    /// Before the last day an offset that falls on a day off moves to the working day before it, but not before the beginning of the year
    /// (D10). After the last day it moves to the next working day, so that nobody is told that something is overdue before it is.
    /// </remarks>
    /// <param name="year">The year for which it is owed.</param>
    /// <param name="due">The last day of the duty.</param>
    /// <param name="rule">The rulebook's cycle.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="duty">The duty, which may have offsets of its own; null for those of the cycle.</param>
    public static IReadOnlyList<DateOnly> DaysOf(
        int year, Deadline due, YearlyCycleRule rule, WorkingCalendar calendar, YearlyDutyRule? duty = null) =>
    [
        .. ReminderPlan.For(new DateOnly(year, 1, 1), due.Effective, duty?.DaysBefore ?? rule.DaysBefore, calendar)
            .Select(reminder => reminder.Day)
            .Concat((duty?.DaysAfter ?? rule.DaysAfter).Select(days => calendar.NextWorkingDay(due.Effective.AddDays(days))))
            .Distinct().Order(),
    ];
}

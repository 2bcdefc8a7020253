using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.YearlyCycle;

/// <summary>When the duties of a year are due, and how they stand on a day.</summary>
public static class DutyRule
{
    /// <summary>The last day of a duty of a year.</summary>
    /// <remarks>
    /// A day off moves to the next working day (D4); provisional while a notice can still move it (D9). The letter of 2026 with the rule
    /// "31 March": 2026-03-31. The report on 2025 with "31 January of the year after": nominal 2026-01-31, a Saturday, effective
    /// 2026-02-02.
    /// </remarks>
    /// <param name="duty">The code of the duty.</param>
    /// <param name="year">The year for which it is owed.</param>
    /// <param name="rule">The rulebook's cycle.</param>
    /// <param name="calendar">The working days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The calendar does not cover the day, or the cycle has no such duty.</exception>
    public static Deadline DueOf(string duty, int year, YearlyCycleRule rule, WorkingCalendar calendar)
    {
        var due = rule.Find(duty)?.Due ?? throw new ArgumentOutOfRangeException(nameof(duty), duty, "The cycle has no such duty.");
        var of = year + due.YearsAfter;
        var day = new DateOnly(of, due.Month, Math.Min(due.Day, DateTime.DaysInMonth(of, due.Month)));
        return due.WorkingDays is { } count ? Deadline.Counted(day, count, calendar) : Deadline.MovedFrom(day, calendar);
    }

    /// <summary>How a duty stands on a day.</summary>
    /// <param name="due">Its last day.</param>
    /// <param name="doneOn">The day on which it was done; null while it is owed.</param>
    /// <param name="today">The day.</param>
    /// <param name="registeredOn">The day on which the unit came into the register; null when that is not known.</param>
    public static DutyStatus StatusOf(Deadline due, DateOnly? doneOn, DateOnly today, DateOnly? registeredOn = null) => doneOn is { } done
        ? done <= due.Effective ? DutyStatus.Done : DutyStatus.DoneLate
        : registeredOn > due.Effective ? DutyStatus.NotOwed
        : today <= due.Effective ? DutyStatus.Open : DutyStatus.Overdue;

    /// <summary>
    /// The light of a duty: grey when it is done or not owed, red when it is overdue, yellow from <paramref name="yellowDays"/> days before
    /// its last day.
    /// </summary>
    public static Light LightOf(DutyStatus status, Deadline due, DateOnly today, int yellowDays) => status switch
    {
        DutyStatus.Done or DutyStatus.DoneLate or DutyStatus.NotOwed => Light.Grey,
        DutyStatus.Overdue => Light.Red,
        DutyStatus.AwaitsOffice => Light.Yellow,
        _ => due.Effective.DayNumber - today.DayNumber <= yellowDays ? Light.Yellow : Light.Green,
    };
}

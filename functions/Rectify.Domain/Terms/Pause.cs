using System.Diagnostics;
using Rectify.Domain.Calendar;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Terms;

/// <summary>中止、恢复: what a stopped clock adds to a deadline.</summary>
/// <remarks>
/// The first paused day is the day of the suspension and the last is the day before the resumption, so that the days left on the morning of
/// the suspension are left again on the day of the resumption. A deadline on 2026-09-30, suspended on 06-01 and resumed on 06-11, is ten
/// days later, nominal and effective 2026-10-10, a make-up Saturday. A clock that is stopped on the last day of the period has the day of
/// the resumption left. A clock that is resumed on the day of its suspension has not been paused.
/// </remarks>
public static class Pause
{
    /// <summary>The deadline after a pause.</summary>
    /// <param name="deadline">As it stood; not before <paramref name="suspendedOn"/>.</param>
    /// <param name="counting">
    /// Whether the period is counted in calendar days or in working days (D7); in working days a pause over a weekend adds nothing.
    /// </param>
    /// <param name="suspendedOn">First paused day.</param>
    /// <param name="resumedOn">First day on which the clock runs again, the same or later.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="onDayOff">Whether a last day that is a day off moves.</param>
    /// <exception cref="ArgumentOutOfRangeException">For the reasons that <see cref="Refusal"/> names.</exception>
    public static Deadline AddedTo(Deadline deadline, Counting counting, DateOnly suspendedOn, DateOnly resumedOn, WorkingCalendar calendar,
        DayOffPolicy onDayOff = DayOffPolicy.NextWorkingDay)
    {
        if (Refusal(deadline, suspendedOn, resumedOn) is { } reason)
            throw new ArgumentOutOfRangeException(nameof(resumedOn), reason.ToString());
        if (resumedOn == suspendedOn) return deadline;

        return counting switch
        {
            Counting.CalendarDays =>
                Deadline.MovedFrom(resumedOn.AddDays(Math.Max(deadline.Nominal.DayNumber - suspendedOn.DayNumber, 0)), calendar, onDayOff),
            Counting.WorkingDays => WorkingDays(suspendedOn, resumedOn, calendar) is > 0 and var paused
                ? Deadline.Counted(deadline.Effective, paused, calendar)
                : deadline,
            _ => throw new UnreachableException(counting.ToString()),
        };
    }

    /// <summary>Why a pause cannot be added, or <see langword="null"/> when it can.</summary>
    public static Message? Refusal(Deadline deadline, DateOnly suspendedOn, DateOnly resumedOn) =>
        resumedOn < suspendedOn ? TermMessages.ResumedBefore.With(suspendedOn, resumedOn)
        : deadline.Effective.Year + (resumedOn.Year - suspendedOn.Year) > WorkingCalendar.LastYear - 3
            ? TermMessages.PauseTooLong.With(WorkingCalendar.LastYear - 3, resumedOn)
        : null;

    private static int WorkingDays(DateOnly from, DateOnly before, WorkingCalendar calendar) =>
        Enumerable.Range(from.DayNumber, before.DayNumber - from.DayNumber).Count(
            day => calendar.IsWorkingDay(DateOnly.FromDayNumber(day)));
}

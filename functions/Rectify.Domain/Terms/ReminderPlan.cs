using Rectify.Domain.Calendar;

namespace Rectify.Domain.Terms;

/// <summary>On which days a unit is reminded of its deadline.</summary>
public static class ReminderPlan
{
    /// <summary>One day for each step of the cadence, in order, each day once (D10).</summary>
    /// <remarks>
    /// <para>A step on a day off moves to the previous working day, also the deadline day itself when the office has named a day
    /// off.</para>
    /// <para>A step before the listing date is dropped, because there was nothing to be reminded of yet. A step on or after that date never
    /// moves to before it: it stays on the listing date, even if that is a day off, because the listing was announced then.</para>
    /// <para>Of two steps on one day only the one nearer to the deadline remains.</para>
    /// </remarks>
    /// <param name="listedOn">The listing date; no reminder is earlier.</param>
    /// <param name="deadline">The effective deadline, on or after the listing date.</param>
    /// <param name="daysBefore">The cadence in calendar days before the deadline, 0 or more, in any order; 0 is the day itself.</param>
    /// <param name="calendar">The working days, covering listing date and deadline.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The deadline lies before the listing date, a step is negative, or a day is not covered.
    /// </exception>
    public static IReadOnlyList<ReminderDay> For(DateOnly listedOn, DateOnly deadline, IReadOnlyList<int> daysBefore,
        WorkingCalendar calendar)
    {
        if (deadline < listedOn)
            throw new ArgumentOutOfRangeException(nameof(deadline),
                $"A deadline is not before the listing; got {deadline:yyyy-MM-dd} for {listedOn:yyyy-MM-dd}. (D10)");
        foreach (var step in daysBefore)
            ArgumentOutOfRangeException.ThrowIfNegative(step, nameof(daysBefore));

        return
        [
            .. daysBefore
                .Where(step => step <= deadline.DayNumber - listedOn.DayNumber)
                .Select(step => new ReminderDay(step, OnWorkingDay(deadline.AddDays(-step), listedOn, calendar)))
                .GroupBy(reminder => reminder.Day, (_, sameDay) => sameDay.MinBy(reminder => reminder.DaysBefore)!)
                .OrderBy(reminder => reminder.Day),
        ];
    }

    private static DateOnly OnWorkingDay(DateOnly day, DateOnly notBefore, WorkingCalendar calendar)
    {
        while (day > notBefore && calendar.IsDayOff(day))
            day = day.AddDays(-1);
        return day;
    }
}

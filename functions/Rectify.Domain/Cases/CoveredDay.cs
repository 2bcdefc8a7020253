using Rectify.Domain.Calendar;

namespace Rectify.Domain.Cases;

/// <summary>Checks that the working calendar covers the day of a measure.</summary>
public static class CoveredDay
{
    /// <summary>
    /// The refusal of a day before the first day of the calendar, since no deadline and no reminder can be computed from it; null when the
    /// day is not before it.
    /// </summary>
    /// <remarks>
    /// Callers check this before they look anything up for the day: there is no rulebook and no leader for such a day either.
    /// </remarks>
    public static Rejection? Refuse(string member, DateOnly day, WorkingCalendar calendar)
    {
        var firstDay = new DateOnly(calendar.FirstYear, 1, 1);
        return day >= firstDay
            ? null
            : Rejection.Rule(member, OpeningMessages.BeforeCalendar.With(firstDay, day));
    }
}

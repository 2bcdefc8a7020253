using Rectify.Domain.Calendar;

namespace Rectify.Domain.Cases;

/// <summary>The days from which a measure can be taken at all.</summary>
public static class CoveredDay
{
    /// <summary>
    /// The refusal of a day before the calendar, for which no deadline and no reminder could be computed; null when there is none.
    /// </summary>
    /// <remarks>Asked before anything is looked up for that day: no rulebook and no leader is known for it either.</remarks>
    public static Rejection? Refuse(string member, DateOnly day, WorkingCalendar calendar)
    {
        var firstDay = new DateOnly(calendar.FirstYear, 1, 1);
        return day >= firstDay
            ? null
            : Rejection.Rule(member, OpeningMessages.BeforeCalendar.With(firstDay, day));
    }
}

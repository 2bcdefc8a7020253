using Rectify.Domain.Calendar;

namespace Rectify.Domain.Cases;

/// <summary>The days on which a unit can be listed at all.</summary>
public static class ListingDay
{
    /// <summary>The refusal of a day for which no deadline could be computed; null when there is one.</summary>
    /// <remarks>Asked before anything is looked up for that day: no rulebook and no leader is known for it either.</remarks>
    public static Rejection? Refuse(DateOnly listedOn, WorkingCalendar calendar)
    {
        var firstDay = new DateOnly(calendar.FirstYear, 1, 1);
        return listedOn >= firstDay
            ? null
            : Rejection.Rule("before-calendar", "listedOn", $"The working-day calendar begins on {firstDay:yyyy-MM-dd}; got {listedOn:yyyy-MM-dd}. (D6)");
    }
}

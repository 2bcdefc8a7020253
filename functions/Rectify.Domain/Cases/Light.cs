using Rectify.Domain.Calendar;

namespace Rectify.Domain.Cases;

/// <summary>红黄绿灯: how near a case is to its deadline.</summary>
public enum Light
{
    /// <summary>On time.</summary>
    Green,

    /// <summary>Near; or reported in time and awaiting an inspection that the office has yet to make.</summary>
    Yellow,

    /// <summary>Overdue.</summary>
    Red,

    /// <summary>Ended.</summary>
    Grey,
}

/// <summary>Which light a case shows on a day.</summary>
public static class LightRule
{
    /// <summary>The light of a settled case on a day; yellow from the rulebook's number of days before the deadline. A stopped clock shows what it would if it were resumed that day.</summary>
    /// <remarks>A unit that reported in time is not overdue, however long the office takes to inspect.</remarks>
    public static Light Of(CaseState.Opened state, DateOnly today, WorkingCalendar calendar) => state switch
    {
        CaseState.AwaitingInspection awaiting when today > awaiting.Rectification.Deadline.Effective => Light.Yellow,
        CaseState.Listed => (RunningClock.Of(state, today, calendar)!.Deadline.Effective.DayNumber - today.DayNumber) switch
        {
            < 0 => Light.Red,
            var days when days <= state.File.Rulebook.YellowDays => Light.Yellow,
            _ => Light.Green,
        },
        CaseState.VetoProposed or CaseState.Vetoed or CaseState.NextRungProposed => Light.Red,
        _ => Light.Grey,
    };
}

using Rectify.Domain.Calendar;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Cases;

/// <summary>红黄绿灯: how near a case is to its deadline.</summary>
public enum Light
{
    /// <summary>On time.</summary>
    [Words("绿灯·正常", "green, on time")]
    Green,

    /// <summary>
    /// The deadline is near; or a report was handed in by the deadline and awaits an inspection that the office has yet to make.
    /// </summary>
    [Words("黄灯·临期或待验收", "yellow, near or awaiting inspection")]
    Yellow,

    /// <summary>Overdue.</summary>
    [Words("红灯·逾期或否决", "red, overdue or vetoed")]
    Red,

    /// <summary>Ended.</summary>
    [Words("灰灯·已结束", "grey, ended")]
    Grey,
}

/// <summary>Which light a case shows on a day.</summary>
public static class LightRule
{
    /// <summary>
    /// The light of a settled case on a day; yellow from the rulebook's number of days before the deadline. A case with a stopped clock
    /// shows the light that it would show if the clock were resumed that day.
    /// </summary>
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
        _ => Always(CaseStatus.Of(state)) ?? Light.Grey,
    };

    /// <summary>The light of every case in a state, whatever the day; null where the day decides.</summary>
    public static Light? Always(CaseStatus status) => status switch
    {
        CaseStatus.Rectifying or CaseStatus.AwaitingInspection or CaseStatus.Suspended => null,
        CaseStatus.VetoProposed or CaseStatus.Vetoed or CaseStatus.NextRungProposed or CaseStatus.ConsequenceProposed =>
            Light.Red,
        _ => Light.Grey,
    };

    /// <summary>The states whose cases show a light whatever the day.</summary>
    public static IEnumerable<CaseStatus> StatesAlways(Light light) =>
        Enum.GetValues<CaseStatus>().Where(status => Always(status) == light);
}

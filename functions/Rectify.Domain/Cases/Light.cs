namespace Rectify.Domain.Cases;

/// <summary>红黄绿灯: how near a case is to its deadline.</summary>
public enum Light
{
    /// <summary>On time.</summary>
    Green,

    /// <summary>Near.</summary>
    Yellow,

    /// <summary>Overdue.</summary>
    Red,

    /// <summary>Ended.</summary>
    Grey,
}

/// <summary>Which light a case shows on a day.</summary>
public static class LightRule
{
    /// <summary>The light of a settled case on a day; yellow from the rulebook's number of days before the deadline.</summary>
    public static Light Of(CaseState.Opened state, DateOnly today) => state switch
    {
        CaseState.Rectifying or CaseState.AwaitingInspection => (state.File.Deadline.Effective.DayNumber - today.DayNumber) switch
        {
            < 0 => Light.Red,
            var days when days <= state.File.Rulebook.YellowDays => Light.Yellow,
            _ => Light.Green,
        },
        CaseState.Vetoed => Light.Red,
        _ => Light.Grey,
    };
}

using Rectify.Domain.Messages;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Rulebooks;

/// <summary>How a rectification period is counted, and its limits.</summary>
/// <param name="CountedFrom">The day from which it runs, which is not counted itself (D2).</param>
/// <param name="OnDayOff">Whether a last day that is a day off moves (D4). A day that the office writes never moves.</param>
/// <param name="Least">The shortest period, in months, days or working days; null for no limit.</param>
/// <param name="Most">The longest period, in months, days or working days; null for the longest of the rulebook.</param>
/// <param name="Source">The article.</param>
/// <exception cref="ArgumentOutOfRangeException">A limit is a fixed day.</exception>
public sealed record PeriodRule(PeriodAnchor CountedFrom, DayOffPolicy OnDayOff, Period? Least, Period? Most, string Source)
{
    /// <summary>The shortest period; null for no limit.</summary>
    public Period? Least { get; init; } = Limit.Length(Least);

    /// <summary>The longest period; null for the longest of the rulebook.</summary>
    public Period? Most { get; init; } = Limit.Length(Most);
}

/// <summary>From which day a period runs.</summary>
public enum PeriodAnchor
{
    /// <summary>The day of the notice, the talk or the listing.</summary>
    [Words("自通报、约谈、挂牌之日起", "from the day of the measure")]
    Measure,

    /// <summary>The day on which the unit received the document.</summary>
    [Words("自收到文书之日起", "from the receipt of the document")]
    Receipt,

    /// <summary>The day of the event, such as an accident.</summary>
    [Words("自事件发生之日起", "from the day of the event")]
    Event,
}

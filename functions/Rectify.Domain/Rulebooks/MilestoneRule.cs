using System.Text.Json.Serialization;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Rulebooks;

/// <summary>What a unit owes on the way to the deadline: a plan, then reports at regular intervals (S12).</summary>
/// <param name="PlanWorkingDays">
/// Working days within which the plan is due, 1 to 500, after the receipt where one is known, else after the day of the measure; null
/// when <paramref name="Plan"/> says so, or when no plan is owed.
/// </param>
/// <param name="ReportEveryMonths">
/// Months between reports, 1 to 24, each counted from the same day and never from the report before (D8); null when
/// <paramref name="ReportEvery"/> says so, or when no report is owed.
/// </param>
/// <param name="DaysBefore">
/// Offsets in days before the plan and before each report at which the unit is reminded, 0 to 366; 0 is the day itself.
/// </param>
/// <param name="Source">The article.</param>
/// <param name="ReportsFrom">
/// From which day the reports are counted. From the receipt in rulebooks written before there was a choice.
/// </param>
/// <param name="LastDay">
/// Whether what is due on the last day of the period is owed. It is not in rulebooks written before there was a choice.
/// </param>
/// <param name="Plan">The time for the plan, where it is not counted in working days; else null.</param>
/// <param name="ReportEvery">The time between reports, where it is not counted in months: a week is 7 days; else null.</param>
/// <param name="OnDayOff">Whether a plan or a report that is due on a day off moves (D4).</param>
/// <param name="Urging">
/// The letter that answers a plan or a report that was not handed in; null where the text knows none. The office is reminded
/// to write it.
/// </param>
/// <exception cref="ArgumentOutOfRangeException">A value is outside its range, or is given in two units.</exception>
public sealed record MilestoneRule(
    int? PlanWorkingDays,
    int? ReportEveryMonths,
    IReadOnlyList<int> DaysBefore,
    string Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ReportStart ReportsFrom = ReportStart.Receipt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] LastDayMilestone LastDay = LastDayMilestone.NotOwed,
    Period? Plan = null,
    Period? ReportEvery = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] DayOffPolicy OnDayOff = DayOffPolicy.NextWorkingDay,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MilestoneUrging? Urging = null)
{
    /// <summary>Working days for the plan, 1 to 500, or null.</summary>
    public int? PlanWorkingDays { get; init; } = Limit.OneUnit(PlanWorkingDays, Plan, Period.WorkingDays.Max);

    /// <summary>Months between reports, 1 to 24, or null.</summary>
    public int? ReportEveryMonths { get; init; } = Limit.OneUnit(ReportEveryMonths, ReportEvery, Period.Months.Max);

    /// <summary>The time for the plan, in months, days or working days, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Period? Plan { get; init; } = Limit.Length(Plan);

    /// <summary>The time between reports, in months, days or working days, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Period? ReportEvery { get; init; } = Limit.Length(ReportEvery);

    /// <summary>The time for the plan; null when none is owed.</summary>
    [JsonIgnore]
    public Period? PlanIn => Plan ?? (PlanWorkingDays is { } days ? new Period.WorkingDays(days) : null);

    /// <summary>The time between reports; null when none is owed.</summary>
    [JsonIgnore]
    public Period? Interval => ReportEvery ?? (ReportEveryMonths is { } months ? new Period.Months(months) : null);

    /// <summary>Offsets before each in days, 0 to 366.</summary>
    public IReadOnlyList<int> DaysBefore { get; init; } = Limit.Checked(DaysBefore, 0, 366);
}

/// <summary>From which day the reports are counted (S12).</summary>
public enum ReportStart
{
    /// <summary>From the receipt where one is known, else from the day of the measure.</summary>
    Receipt,

    /// <summary>From the day of the talk or of the listing.</summary>
    Measure,
}

/// <summary>Whether a plan or a report that is due on the last day of the period is owed (S12).</summary>
public enum LastDayMilestone
{
    /// <summary>It is not: the report on the rectification itself takes its place.</summary>
    NotOwed,

    /// <summary>It is.</summary>
    Owed,
}

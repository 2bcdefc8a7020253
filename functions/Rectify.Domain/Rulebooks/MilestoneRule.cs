using System.Text.Json.Serialization;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Rulebooks;

/// <summary>What a unit owes on the way to the deadline: a plan, then reports at regular intervals (S12).</summary>
/// <param name="PlanWorkingDays">
/// Working days within which the plan is due, 1 to 500, after the receipt where one is known, else after the day of the measure.
/// </param>
/// <param name="ReportEveryMonths">
/// Months between reports, 1 to 24, each counted from the same day and never from the report before (D8).
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
/// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
public sealed record MilestoneRule(
    int PlanWorkingDays,
    int ReportEveryMonths,
    IReadOnlyList<int> DaysBefore,
    string Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ReportStart ReportsFrom = ReportStart.Receipt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] LastDayMilestone LastDay = LastDayMilestone.NotOwed)
{
    /// <summary>Working days for the plan, 1 to 500.</summary>
    public int PlanWorkingDays { get; init; } = Limit.Checked(PlanWorkingDays, 1, Period.WorkingDays.Max);

    /// <summary>Months between reports, 1 to 24.</summary>
    public int ReportEveryMonths { get; init; } = Limit.Checked(ReportEveryMonths, 1, Period.Months.Max);

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

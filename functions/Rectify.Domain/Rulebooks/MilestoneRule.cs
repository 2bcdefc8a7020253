using Rectify.Domain.Terms;

namespace Rectify.Domain.Rulebooks;

/// <summary>What a listed unit owes on the way to the deadline: a plan, then reports at regular intervals (S12).</summary>
/// <param name="PlanWorkingDays">Working days after the receipt within which the plan is due, 1 to 500.</param>
/// <param name="ReportEveryMonths">
/// Months between reports, 1 to 24, each counted from the receipt and never from the report before (D8).
/// </param>
/// <param name="DaysBefore">
/// Offsets in days before the plan and before each report at which the unit is reminded, 0 to 366; 0 is the day itself.
/// </param>
/// <param name="Source">The article.</param>
/// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
public sealed record MilestoneRule(int PlanWorkingDays, int ReportEveryMonths, IReadOnlyList<int> DaysBefore, string Source)
{
    /// <summary>Working days for the plan, 1 to 500.</summary>
    public int PlanWorkingDays { get; init; } = Limit.Checked(PlanWorkingDays, 1, Period.WorkingDays.Max);

    /// <summary>Months between reports, 1 to 24.</summary>
    public int ReportEveryMonths { get; init; } = Limit.Checked(ReportEveryMonths, 1, Period.Months.Max);

    /// <summary>Offsets before each in days, 0 to 366.</summary>
    public IReadOnlyList<int> DaysBefore { get; init; } = Limit.Checked(DaysBefore, 0, 366);
}

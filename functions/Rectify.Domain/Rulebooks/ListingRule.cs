using System.Text.Json.Serialization;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Rulebooks;

/// <summary>How long the listing bars and whom, what the unit owes meanwhile, and where that is written.</summary>
/// <param name="SanctionMonths">Calendar months (D3), 1 to 24, first and last day inclusive.</param>
/// <param name="Source">The article.</param>
/// <param name="SanctionedRoles">Roles whose holders the listing bars; null for those of the rulebook.</param>
/// <param name="Milestones">Plan and reports after a listing (S12); null for those of the rulebook.</param>
/// <param name="ApplicationWorkingDays">
/// Working days after the deadline in which the unit may still apply in writing for its inspection, 1 to 60; null for none (S8).
/// </param>
/// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
public sealed record ListingRule(
    int SanctionMonths,
    string Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<LeaderRole>? SanctionedRoles = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MilestoneRule? Milestones = null,
    int? ApplicationWorkingDays = null)
{
    /// <summary>Calendar months, 1 to 24.</summary>
    public int SanctionMonths { get; init; } = Limit.Checked(SanctionMonths, 1, Period.Months.Max);

    /// <summary>Working days after the deadline, 1 to 60, or none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ApplicationWorkingDays { get; init; } = Limit.Applications(ApplicationWorkingDays);
}

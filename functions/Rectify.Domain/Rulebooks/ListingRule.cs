using System.Text.Json.Serialization;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Rulebooks;

/// <summary>How long the listing bars and whom, what the unit owes meanwhile, and where that is written.</summary>
/// <param name="SanctionMonths">
/// Calendar months (D3), 1 to 24, first and last day inclusive; null when <paramref name="Sanction"/> says so, or when nobody is barred.
/// </param>
/// <param name="Source">The article.</param>
/// <param name="SanctionedRoles">Roles whose holders the listing bars; null for those of the rulebook.</param>
/// <param name="Milestones">Plan and reports after a listing (S12); null for those of the rulebook.</param>
/// <param name="ApplicationWorkingDays">
/// Working days after the deadline in which the unit may still apply in writing for its inspection, 1 to 60; null for none (S8).
/// </param>
/// <param name="Period">The rectification period where the office gives no other; null when the office has to give one.</param>
/// <param name="PeriodRule">How the period is counted, and its limits; null for from the day of the listing, by D4.</param>
/// <param name="Sanction">How long the listing bars, where that is no number of months up to 24; else null.</param>
/// <param name="Missed">What follows a missed deadline; null for the veto (S7).</param>
/// <param name="Urging">The letters that come first, where <paramref name="Missed"/> is an urging letter; else null.</param>
/// <exception cref="ArgumentOutOfRangeException">A value is outside its range, or letters have no rule.</exception>
public sealed record ListingRule(
    int? SanctionMonths,
    string Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<LeaderRole>? SanctionedRoles = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MilestoneRule? Milestones = null,
    int? ApplicationWorkingDays = null,
    Period? Period = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PeriodRule? PeriodRule = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SanctionLength? Sanction = null,
    MissedStep? Missed = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UrgingRule? Urging = null)
{
    /// <summary>What follows a missed deadline; null for the veto.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MissedStep? Missed { get; init; } = Limit.Missed(Missed, Urging);

    /// <summary>What follows in the end, after every letter.</summary>
    [JsonIgnore]
    public MissedStep InTheEnd => Urging?.Then ?? Missed ?? MissedStep.NextRung;

    /// <summary>Calendar months, 1 to 24, or null.</summary>
    public int? SanctionMonths { get; init; } = Limit.SanctionMonths(SanctionMonths, Sanction);

    /// <summary>How long the listing bars; null when it bars nobody.</summary>
    [JsonIgnore]
    public SanctionLength? Length => Sanction ?? Limit.LengthOf(SanctionMonths);

    /// <summary>The rectification period where the office gives no other: months, days or working days.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Period? Period { get; init; } = Limit.Length(Period);

    /// <summary>Working days after the deadline, 1 to 60, or none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ApplicationWorkingDays { get; init; } = Limit.Applications(ApplicationWorkingDays);
}

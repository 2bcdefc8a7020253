using System.Text.Json.Serialization;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Rulebooks;

/// <summary>A rung below the listing: how long a unit has to rectify, and when it is reminded (S16).</summary>
/// <param name="Period">The period where the office gives no other: months, days or working days.</param>
/// <param name="DaysBefore">Offsets before the deadline in days at which the unit is reminded, 0 to 366; 0 is the day itself.</param>
/// <param name="Source">The article, which the notice cites.</param>
/// <param name="Milestones">Plan and reports on this rung (S12); null when it knows none.</param>
/// <param name="ApplicationWorkingDays">
/// Working days after the deadline in which the unit may still apply in writing for its inspection, 1 to 60; null for none (S8).
/// </param>
/// <param name="PeriodRule">How the period is counted, and its limits; null for from the day of the measure, by D4.</param>
/// <param name="Missed">What follows a missed deadline; null for the next rung.</param>
/// <param name="Urging">The letters that come first, where <paramref name="Missed"/> is an urging letter; else null.</param>
/// <exception cref="ArgumentOutOfRangeException">
/// An offset is outside its range, the period is a fixed day, or letters have no rule.
/// </exception>
public sealed record RungRule(
    Period Period,
    IReadOnlyList<int> DaysBefore,
    string Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MilestoneRule? Milestones = null,
    int? ApplicationWorkingDays = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PeriodRule? PeriodRule = null,
    MissedStep? Missed = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UrgingRule? Urging = null)
{
    /// <summary>What follows a missed deadline; null for the next rung.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MissedStep? Missed { get; init; } = Limit.Missed(Missed, Urging);

    /// <summary>What follows in the end, after every letter.</summary>
    [JsonIgnore]
    public MissedStep InTheEnd => Urging?.Then ?? Missed ?? MissedStep.NextRung;

    /// <summary>The period where the office gives no other.</summary>
    public Period Period { get; init; } = Period is not Period.Until(var day)
        ? Period
        : throw new RuleException(nameof(Period), RuleMessages.FixedDayOfRung.With($"{day:yyyy-MM-dd}"));

    /// <summary>Offsets before the deadline in days, 0 to 366.</summary>
    public IReadOnlyList<int> DaysBefore { get; init; } = Limit.Checked(DaysBefore, 0, 366);

    /// <summary>Working days after the deadline, 1 to 60, or none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ApplicationWorkingDays { get; init; } = Limit.Applications(ApplicationWorkingDays);
}

using System.Text.Json.Serialization;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Rulebooks;

/// <summary>How long the veto bars and whom, and where that is written.</summary>
/// <param name="SanctionMonths">
/// Calendar months (D3), 1 to 24, first and last day inclusive; null when <paramref name="Sanction"/> says how long.
/// </param>
/// <param name="Source">The article.</param>
/// <param name="SanctionedRoles">Roles whose holders the veto bars; null for those of the rulebook.</param>
/// <param name="Sanction">How long the veto bars, where that is no number of months up to 24; else null.</param>
/// <exception cref="ArgumentOutOfRangeException">The months are outside the range, or neither or both lengths are given.</exception>
public sealed record MeasureRule(
    int? SanctionMonths,
    string Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<LeaderRole>? SanctionedRoles = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SanctionLength? Sanction = null)
{
    /// <summary>Calendar months, 1 to 24, or null.</summary>
    public int? SanctionMonths { get; init; } = (SanctionMonths, Sanction) is not (null, null)
        ? Limit.SanctionMonths(SanctionMonths, Sanction)
        : throw new RuleException(nameof(SanctionMonths), RuleMessages.VetoWithoutLength.Told());

    /// <summary>How long the veto bars.</summary>
    [JsonIgnore]
    public SanctionLength Length => Sanction ?? Limit.LengthOf(SanctionMonths)!;
}

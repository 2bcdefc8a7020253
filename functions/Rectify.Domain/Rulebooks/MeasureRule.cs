using System.Text.Json.Serialization;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Rulebooks;

/// <summary>How long the veto bars and whom, and where that is written.</summary>
/// <param name="SanctionMonths">Calendar months (D3), 1 to 24, first and last day inclusive.</param>
/// <param name="Source">The article.</param>
/// <param name="SanctionedRoles">Roles whose holders the veto bars; null for those of the rulebook.</param>
/// <exception cref="ArgumentOutOfRangeException">The months are outside the range.</exception>
public sealed record MeasureRule(
    int SanctionMonths,
    string Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<LeaderRole>? SanctionedRoles = null)
{
    /// <summary>Calendar months, 1 to 24.</summary>
    public int SanctionMonths { get; init; } = Limit.Checked(SanctionMonths, 1, Period.Months.Max);
}

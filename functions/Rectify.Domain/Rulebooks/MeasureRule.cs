using Rectify.Domain.Terms;

namespace Rectify.Domain.Rulebooks;

/// <summary>How long a measure bars, and where that is written.</summary>
/// <param name="SanctionMonths">Calendar months (D3), 1 to 24, first and last day inclusive.</param>
/// <param name="Source">The article.</param>
/// <exception cref="ArgumentOutOfRangeException">The months are outside the range.</exception>
public sealed record MeasureRule(int SanctionMonths, string Source)
{
    /// <summary>Calendar months, 1 to 24.</summary>
    public int SanctionMonths { get; init; } = Limit.Checked(SanctionMonths, 1, Period.Months.Max);
}

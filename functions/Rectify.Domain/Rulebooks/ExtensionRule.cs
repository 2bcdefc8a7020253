using Rectify.Domain.Terms;

namespace Rectify.Domain.Rulebooks;

/// <summary>The limits of 限期延长 (S11).</summary>
/// <param name="MaxCount">Extensions per case, 1 to 10; a rulebook that allows none has no such rule.</param>
/// <param name="MaxMonths">Longest single extension, 1 to 24, counted from the deadline it moves.</param>
/// <param name="Source">The article, or why there is none.</param>
/// <exception cref="ArgumentOutOfRangeException">A limit is outside its range.</exception>
public sealed record ExtensionRule(int MaxCount, int MaxMonths, string Source)
{
    /// <summary>Extensions per case, 1 to 10.</summary>
    public int MaxCount { get; init; } = Limit.Checked(MaxCount, 1, 10);

    /// <summary>Longest single extension in months, 1 to 24.</summary>
    public int MaxMonths { get; init; } = Limit.Checked(MaxMonths, 1, Period.Months.Max);
}

using System.Text.Json.Serialization;

namespace Rectify.Domain.Rulebooks;

/// <summary>The veto for failed assessment years (V3): two in a row unless the rulebook counts otherwise.</summary>
/// <param name="Source">Where it is written; the veto cites it.</param>
/// <param name="InARow">Failed years in a row that lead to it, 2 to 10; null for two.</param>
/// <param name="InAll">Failed years in all that lead to it, in a row or not, 2 to 10; null where only a row counts.</param>
/// <param name="WithinYears">How many years back failed years count in all, 2 to 30; null for any number.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
public sealed record AssessmentVetoRule(string Source, int? InARow = null, int? InAll = null, int? WithinYears = null)
{
    /// <summary>Failed years in a row where the rulebook says nothing else.</summary>
    public const int UsualRow = 2;

    /// <summary>Failed years in a row, 2 to 10, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? InARow { get; init; } = Limit.Optional(InARow, 2, 10);

    /// <summary>Failed years in all, 2 to 10, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? InAll { get; init; } = Limit.Optional(InAll, 2, 10);

    /// <summary>Years back, 2 to 30, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? WithinYears { get; init; } = Limit.Optional(WithinYears, 2, 30);

    /// <summary>Failed years in a row that lead to the veto.</summary>
    [JsonIgnore]
    public int YearsInARow => InARow ?? UsualRow;

}

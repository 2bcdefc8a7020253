using System.Text.Json.Serialization;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Rulebooks;

/// <summary>The limits of 限期延长 (S11).</summary>
/// <param name="MaxCount">Extensions per case, 1 to 10; a rulebook that allows none has no such rule.</param>
/// <param name="MaxMonths">
/// Longest single extension, 1 to 24, counted from the deadline it moves; null when <paramref name="Longest"/> says so.
/// </param>
/// <param name="Source">The article, or why there is none.</param>
/// <param name="Longest">Longest single extension in months, days or working days; null for <paramref name="MaxMonths"/>.</param>
/// <param name="InAll">How far all extensions of a case together may move its first deadline; null for no limit of its own.</param>
/// <param name="AskedBefore">How long before the deadline the unit has to ask at the latest; null for any day before it.</param>
/// <param name="DecidedWithin">How long after the request the office decides at the latest; null where no text says so.</param>
/// <exception cref="ArgumentOutOfRangeException">A limit is outside its range, or none is given.</exception>
public sealed record ExtensionRule(
    int MaxCount,
    int? MaxMonths,
    string Source,
    Period? Longest = null,
    Period? InAll = null,
    Period? AskedBefore = null,
    Period? DecidedWithin = null)
{
    /// <summary>Extensions per case, 1 to 10.</summary>
    public int MaxCount { get; init; } = Limit.Checked(MaxCount, 1, 10);

    /// <summary>Longest single extension in months, 1 to 24, or null.</summary>
    public int? MaxMonths { get; init; } = (MaxMonths, Longest) switch
    {
        ({ } months, null) => Limit.Checked(months, 1, Period.Months.Max, nameof(MaxMonths)),
        (null, not null) => null,
        _ => throw new RuleException(nameof(MaxMonths), RuleMessages.ExtensionLength.Told()),
    };

    /// <summary>Longest single extension: months, days or working days.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Period? Longest { get; init; } = Limit.Length(Longest);

    /// <summary>How far all extensions together may move the first deadline.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Period? InAll { get; init; } = Limit.Length(InAll);

    /// <summary>How long before the deadline the unit asks at the latest.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Period? AskedBefore { get; init; } = Limit.Length(AskedBefore);

    /// <summary>How long after the request the office decides at the latest.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Period? DecidedWithin { get; init; } = Limit.Length(DecidedWithin);

    /// <summary>The longest single extension.</summary>
    [JsonIgnore]
    public Period LongestOne => Longest ?? new Period.Months(MaxMonths!.Value);
}

using System.Text.Json.Serialization;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>
/// 计次: so many measures against a unit, or so many failed years of its assessment, for which a regulation asks for something more.
/// </summary>
/// <remarks>
/// What it asks for is shown to the officer who enters the last of them, and may be proposed. It opens no case and bars nobody; the veto
/// for failed years that follows by itself is <see cref="AssessmentVetoRule"/>.
/// </remarks>
/// <param name="Counts">What is counted, each kind once; several kinds are counted together.</param>
/// <param name="Chinese">What the regulation then asks for.</param>
/// <param name="English">The same in English.</param>
/// <param name="Source">The article.</param>
/// <param name="Proposes">The measure that is proposed; null where the words are all.</param>
/// <param name="InAYear">So many in one calendar year, 2 to 100; else null.</param>
/// <param name="InARow">So many years one after the other with one at least in each, 2 to 10; else null.</param>
/// <param name="InAll">So many in all, 2 to 100; else null.</param>
/// <param name="WithinYears">How many years back they count in all, the last one included, 1 to 30; null for any number.</param>
/// <exception cref="ArgumentOutOfRangeException">
/// A number is outside its range, not exactly one way of counting is given, or nothing is counted, or something twice.
/// </exception>
public sealed record CountingTrigger(
    IReadOnlyList<Counted> Counts, string Chinese, string English, string Source, Rung? Proposes = null,
    int? InAYear = null, int? InARow = null, int? InAll = null, int? WithinYears = null)
{
    /// <summary>What is counted.</summary>
    public IReadOnlyList<Counted> Counts { get; init; } = Checked(Counts, InAYear, InARow, InAll);

    /// <summary>The measure that is proposed; null where the words are all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Rung? Proposes { get; init; } = Proposes;

    /// <summary>So many in one calendar year, 2 to 100, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? InAYear { get; init; } = Limit.Optional(InAYear, 2, 100);

    /// <summary>So many years one after the other, 2 to 10, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? InARow { get; init; } = Limit.Optional(InARow, 2, 10);

    /// <summary>So many in all, 2 to 100, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? InAll { get; init; } = Limit.Optional(InAll, 2, 100);

    /// <summary>Years back, 1 to 30, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? WithinYears { get; init; } = WithinYears is not null && InAll is null
        ? throw new RuleException(nameof(WithinYears), RuleMessages.SpanWithoutAll.Told())
        : Limit.Optional(WithinYears, 1, 30);

    /// <summary>What it asks for, in both languages.</summary>
    [JsonIgnore]
    public Bilingual Words => (Chinese, English);

    private static IReadOnlyList<Counted> Checked(IReadOnlyList<Counted> counts, int? inAYear, int? inARow, int? inAll)
    {
        if (counts.Count == 0 || counts.Distinct().Count() != counts.Count)
            throw new RuleException(nameof(Counts), RuleMessages.CountsNothing.Told());
        if (new[] { inAYear, inARow, inAll }.Count(way => way is not null) != 1)
            throw new RuleException(nameof(InAYear), RuleMessages.CountedOneWay.Told());
        return inAYear is not null && counts is [Counted.FailedAssessment]
            ? throw new RuleException(nameof(InAYear), RuleMessages.OneAssessmentAYear.Told())
            : counts;
    }
}

/// <summary>What a regulation counts.</summary>
public enum Counted
{
    /// <summary>通报.</summary>
    [Words("通报", "notice")]
    Notice,

    /// <summary>约谈.</summary>
    [Words("约谈", "admonishing talk")]
    Talk,

    /// <summary>挂牌督办.</summary>
    [Words("挂牌督办", "supervised listing")]
    Listing,

    /// <summary>考核不合格: a year of the yearly assessment that was failed.</summary>
    [Words("考核不合格", "failed assessment")]
    FailedAssessment,
}

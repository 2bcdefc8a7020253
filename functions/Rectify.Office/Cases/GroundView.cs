using Rectify.Domain.Assessments;
using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Cases;

/// <summary>A ground of the rulebook on the wire.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Chinese">Its words.</param>
/// <param name="English">The same in English.</param>
/// <param name="Source">The article.</param>
public sealed record GroundView(string Code, string Chinese, string English, string Source)
{
    /// <summary>The grounds of a case.</summary>
    public static IReadOnlyList<GroundView> Of(Opening opening) =>
        [.. opening.Grounds.Select(rule => new GroundView(rule.Code, rule.Chinese, rule.English, rule.Source))];
}

/// <summary>A count that the measure of a case reaches, on the wire (计次).</summary>
/// <param name="Proposes">The measure that the rulebook then proposes; null where its words are all.</param>
/// <param name="Chinese">What was reached and what the regulation asks for.</param>
/// <param name="English">The same in English.</param>
/// <param name="Source">The article.</param>
/// <param name="Counted">The measures and failed years that were counted, in the order of their days.</param>
public sealed record CountView(Rung? Proposes, string Chinese, string English, string Source, IReadOnlyList<CountedOne> Counted)
{
    public static CountView Of(ReachedCount reached) => new(
        reached.Trigger.Proposes, reached.Words.Chinese, reached.Words.English, reached.Trigger.Source, reached.Among);
}

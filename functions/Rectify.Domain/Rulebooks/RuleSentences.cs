using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>What the constructor of a rule says when it refuses a value.</summary>
internal static class RuleSentences
{
    /// <summary>The refusal in both languages; that of a value which refuses itself only in English.</summary>
    public static Message Of(ArgumentException refusal) =>
        (refusal as RuleException)?.Refusal ?? RuleMessages.Unfit.With(refusal.Message.Split(" (Parameter '")[0]);

    /// <summary>The range that a refusal names; null when it names none.</summary>
    public static (int Least, int Most)? RangeIn(ArgumentException refusal) =>
        refusal is RuleException { Refusal: { Arguments: [_, int least, int most, _] } range } && range.Definition == RuleMessages.Range
            ? (least, most)
            : null;
}

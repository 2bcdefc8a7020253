using System.Globalization;
using System.Text.RegularExpressions;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>
/// Gives the sentence with which the constructor of a rule refuses a value its Chinese words. A sentence that is not known keeps its
/// English words, and in Chinese only says that the value does not fit.
/// </summary>
internal static partial class RuleSentences
{
    /// <summary>The refusal as a message.</summary>
    public static Message Of(ArgumentException refusal)
    {
        var sentence = refusal.Message.Split(" (Parameter '")[0];
        return Range.Match(sentence) is { Success: true } range && Number(range, "least") is { } least && Number(range, "most") is { } most
            ? RulebookFileMessages.Range.With(range.Groups["name"].Value, least, most, range.Groups["got"].Value)
            : SkipTo.Match(sentence) is { Success: true } to
                ? RulebookFileMessages.SkipTo.With(to.Groups["to"].Value, to.Groups["severity"].Value)
                : SkipTwice.Match(sentence) is { Success: true } twice
                    ? RulebookFileMessages.SkipTwice.With(twice.Groups["severity"].Value)
                    : FixedDay.Match(sentence) is { Success: true } day
                        ? RulebookFileMessages.FixedDay.With(day.Groups["day"].Value)
                        : RulebookFileMessages.Unfit.With(sentence);
    }

    /// <summary>The range that a refusal names; null when it names none.</summary>
    public static (int Least, int Most)? RangeIn(ArgumentException refusal) =>
        Range.Match(refusal.Message.Split(" (Parameter '")[0]) is { Success: true } range
        && Number(range, "least") is { } least && Number(range, "most") is { } most
            ? (least, most)
            : null;

    private static int? Number(Match match, string group) =>
        int.TryParse(match.Groups[group].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    [GeneratedRegex(@"^(?<name>\w+) is (?<least>-?\d+) to (?<most>-?\d+); got (?<got>.+)\.$")]
    private static partial Regex Range { get; }

    [GeneratedRegex(@"^A severity leads to a rung above the notice that is used; got (?<to>\w+) for (?<severity>\w+)\. \(S16\)$")]
    private static partial Regex SkipTo { get; }

    [GeneratedRegex(@"^A severity stands once; got (?<severity>\w+) twice\. \(S16\)$")]
    private static partial Regex SkipTwice { get; }

    [GeneratedRegex(@"^The period of a rung is months, days or workingDays; got the day (?<day>[0-9-]+)\. \(S16\)$")]
    private static partial Regex FixedDay { get; }
}

using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Text;

namespace Rectify.Office.RulebookChanges;

/// <summary>Reads the text of a rulebook that an office has written, with the limits that texts of an office have.</summary>
public static class RulebookUpload
{
    /// <summary>How long a text may be, in characters.</summary>
    public const int MaxText = 200_000;

    private const int MaxLine = 2000;

    // Addresses that stand where those of rulebooks do.
    private static readonly string[] Reserved = ["schema", "load"];

    /// <summary>The rulebook, or everything that is wrong with the text.</summary>
    /// <param name="id">The id that it has to have; null when any will do.</param>
    /// <param name="text">The text.</param>
    /// <param name="known">The ids of the rulebooks that are known.</param>
    public static RulebookReading Read(string? id, string text, IReadOnlyList<string> known)
    {
        if (text.Length > MaxText) return Whole(RulebookChangeMessages.TooLong.With(MaxText, text.Length));
        if (TextRule.Refuse(text.TrimStart('\uFEFF'), Lines.Several) is { } character) return Whole(character);
        var reading = RulebookCatalog.Check(text, RefuseText);
        if (reading is not RulebookReading.Readable(var rulebook)) return reading;

        List<RulebookProblem> problems = [];
        if (id is not null && rulebook.Id != id)
            problems.Add(new("id", rulebook.Id, RulebookChangeMessages.OtherId.With(id)));
        else if (Reserved.Contains(rulebook.Id, StringComparer.OrdinalIgnoreCase))
            problems.Add(new("id", rulebook.Id, RulebookChangeMessages.ReservedId.With(rulebook.Id)));
        if (rulebook.Replaces is { } replaced && !known.Contains(replaced))
            problems.Add(new("replaces", replaced, RulebookChangeMessages.UnknownReplaced.With(known)));
        return problems.Count > 0 ? new RulebookReading.Refused(problems) : reading;
    }

    private static RulebookReading.Refused Whole(Message rule) => new([new(RulebookProblem.Whole, null, rule)]);

    private static Message? RefuseText(string text) => text.Length > MaxLine
        ? RulebookChangeMessages.TooLong.With(MaxLine, text.Length)
        : TextRule.Refuse(text, Lines.One);
}

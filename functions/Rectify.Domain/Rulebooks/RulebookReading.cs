using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>What came of reading the text of a rulebook.</summary>
public abstract record RulebookReading
{
    private RulebookReading()
    {
    }

    /// <summary>It can be used.</summary>
    public sealed record Readable(Rulebook Rulebook) : RulebookReading;

    /// <summary>It cannot be used; every problem is named, in the order of the members.</summary>
    public sealed record Refused(IReadOnlyList<RulebookProblem> Problems) : RulebookReading;
}

/// <summary>One thing that is wrong in the text of a rulebook.</summary>
/// <param name="Path">
/// The place, for example <c>ladder.talk.milestones.planWorkingDays</c> or <c>sanctionedRoles[1]</c>; <c>$</c> is the text as a whole.
/// </param>
/// <param name="Value">
/// What stands there, shortened to 60 characters; null for a member that is missing, and for a text that is refused as a whole.
/// </param>
/// <param name="Rule">What may stand there.</param>
public sealed record RulebookProblem(string Path, string? Value, Message Rule)
{
    /// <summary>The path of the text as a whole.</summary>
    public const string Whole = "$";

    /// <summary>Value and rule as one sentence, for a place that shows the path beside it.</summary>
    public Message Sentence => Value is { } value ? RulebookFileMessages.Found.With(value, Rule)
        : Path == Whole ? Rule
        : RulebookFileMessages.Absent.With(Rule);
}

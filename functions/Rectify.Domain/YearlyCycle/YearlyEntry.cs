using Rectify.Domain.Identity;

namespace Rectify.Domain.YearlyCycle;

/// <summary>One entry of a yearly book. It is never changed: a later one about the same item corrects it, or takes it back.</summary>
/// <param name="Book">The book.</param>
/// <param name="Subject">Whom it is about.</param>
/// <param name="Revision">Place among the entries of the book about that subject, from 1.</param>
/// <param name="Item">
/// Of what: the year of a letter or report, the id of a commendation, the unit of a post that was left, the other id of a person.
/// </param>
/// <param name="Content">What it says; null when it takes back what was entered.</param>
/// <param name="Reason">
/// Why it corrects the entry before; null for the first of an item, save of ids that are joined, which always have a reason.
/// </param>
/// <param name="Actor">Who entered it, from the credential.</param>
/// <param name="At">When it was entered, UTC.</param>
public sealed record YearlyEntry(
    YearlyRecordKind Book, Subject Subject, int Revision, string Item, YearlyContent? Content, string? Reason, string Actor,
    DateTimeOffset At)
{
    /// <summary>
    /// The last entry of each item, in the order in which the items were first entered; one that was taken back is left out.
    /// </summary>
    /// <param name="entries">Entries of one book about one subject, in the order of their revisions.</param>
    public static IReadOnlyList<YearlyEntry> Standing(IEnumerable<YearlyEntry> entries) =>
        [.. entries.GroupBy(entry => entry.Item).Select(item => item.Last()).Where(entry => entry.Content is not null)];
}

/// <summary>A yearly book.</summary>
public enum YearlyRecordKind
{
    /// <summary>目标责任书, by unit and year.</summary>
    Letters,

    /// <summary>述职, by official and year.</summary>
    Reports,

    /// <summary>表彰奖励, by official.</summary>
    Commendations,

    /// <summary>Posts that officials have left, by official; earlier programs kept them here.</summary>
    Posts,

    /// <summary>Ids of the register that are one person, by the first of the two.</summary>
    Joins,
}

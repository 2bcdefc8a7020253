using Rectify.Domain.Identity;

namespace Rectify.Domain.YearlyCycle;

/// <summary>
/// An entry of a yearly book. Entries are never changed: a later entry about the same item corrects an earlier one or takes it back.
/// </summary>
/// <param name="Book">The yearly book.</param>
/// <param name="Subject">Whom it is about.</param>
/// <param name="Revision">Sequence number among the entries of the book about that subject, from 1.</param>
/// <param name="Item">
/// What the entry is about: the year of a letter or report, year and code of another duty, the id of a commendation or visit, the unit of
/// a post that was left, the other id of a person.
/// </param>
/// <param name="Content">What was entered; null when this entry takes an earlier one back.</param>
/// <param name="Reason">
/// Why it corrects the previous entry of the item; null for the first entry of an item. Entries about joined ids always have a reason.
/// </param>
/// <param name="Actor">Who entered it, from the credential.</param>
/// <param name="At">When it was entered, UTC.</param>
public sealed record YearlyEntry(
    YearlyRecordKind Book, Subject Subject, int Revision, string Item, YearlyContent? Content, string? Reason, string Actor,
    DateTimeOffset At)
{
    /// <summary>
    /// The latest entry of each item, in the order in which the items were first entered, without items that were taken back.
    /// </summary>
    /// <param name="entries">Entries of one book about one subject, in the order of their revisions.</param>
    public static IReadOnlyList<YearlyEntry> Standing(IEnumerable<YearlyEntry> entries) =>
        [.. entries.GroupBy(entry => entry.Item).Select(item => item.Last()).Where(entry => entry.Content is not null)];
}

/// <summary>The yearly books: one for each kind of record that is kept for years or persons.</summary>
public enum YearlyRecordKind
{
    /// <summary>目标责任书, by unit and year.</summary>
    Letters,

    /// <summary>述职, by official and year.</summary>
    Reports,

    /// <summary>表彰奖励, by official.</summary>
    Commendations,

    /// <summary>Posts that officials have left, by official; stored here by earlier versions.</summary>
    Posts,

    /// <summary>Pairs of ids in the register that belong to one person, by the id that sorts first.</summary>
    Joins,

    /// <summary>What a rulebook's own table of yearly duties asks for, by unit or official, year and code.</summary>
    Duties,

    /// <summary>督促检查、明察暗访, by unit.</summary>
    Visits,
}

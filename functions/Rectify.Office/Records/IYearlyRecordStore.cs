using Rectify.Domain.Identity;
using Rectify.Domain.YearlyCycle;

namespace Rectify.Office.Records;

/// <summary>
/// Stores the yearly books: responsibility letters, duty reports, commendations, posts that were left and ids that are one person. An entry
/// is never changed or lost: a correction is a later entry with its reason.
/// </summary>
public interface IYearlyRecordStore
{
    /// <summary>Every entry of a book about the subject, in the order of the revisions.</summary>
    Task<IReadOnlyList<YearlyEntry>> EntriesOfAsync(YearlyRecordKind yearlyRecordKind, Subject subject, CancellationToken cancellation);

    /// <summary>
    /// Every entry of a book about one item (the letters of a year), by subject, each subject's in the order of its revisions.
    /// </summary>
    Task<IReadOnlyList<YearlyEntry>> EntriesAboutAsync(YearlyRecordKind yearlyRecordKind, string item, CancellationToken cancellation);

    /// <summary>Every entry of a book, by subject, each subject's in the order of its revisions.</summary>
    Task<IReadOnlyList<YearlyEntry>> EntriesAsync(YearlyRecordKind yearlyRecordKind, CancellationToken cancellation);

    /// <summary>Every entry of every book, by book, subject and revision; including subjects that the register does not have.</summary>
    Task<IReadOnlyList<YearlyEntry>> AllAsync(CancellationToken cancellation);

    /// <summary>
    /// Records an entry under its revision, the next of its book and subject. False when another was entered first; nothing is recorded
    /// then.
    /// </summary>
    Task<bool> TryAddAsync(YearlyEntry entry, CancellationToken cancellation);
}

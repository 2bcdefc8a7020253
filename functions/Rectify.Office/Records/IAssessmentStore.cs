using Rectify.Domain.Assessments;
using Rectify.Domain.Identity;

namespace Rectify.Office.Records;

/// <summary>
/// 考核台账: stores the entries about the yearly assessments of units. An entry is never changed or lost: a correction is a later entry
/// with its reason.
/// </summary>
public interface IAssessmentStore
{
    /// <summary>Every entry about the unit, in the order of the revisions.</summary>
    Task<IReadOnlyList<AssessmentEntry>> EntriesOfAsync(UnitId unitId, CancellationToken cancellation);

    /// <summary>
    /// Records an entry under its revision, the next of its unit. False when another was entered first; nothing is recorded then.
    /// </summary>
    Task<bool> TryAddAsync(AssessmentEntry entry, CancellationToken cancellation);

    /// <summary>
    /// Every entry about every unit, by the units' ids and then the revisions; including units that the register does not have.
    /// </summary>
    Task<IReadOnlyList<AssessmentEntry>> AllAsync(CancellationToken cancellation);

    /// <summary>
    /// The units of which any year was ever entered as failed, by id. After an interrupted write a unit may be listed whose entry was not
    /// recorded.
    /// </summary>
    Task<IReadOnlyList<UnitId>> UnitsWithFailuresAsync(CancellationToken cancellation);
}

using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Ledger;

/// <summary>A case in the index, as of its last event.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="UnitId">The unit it is about.</param>
/// <param name="Version">Sequence of its last event.</param>
/// <param name="Status">Its state as of that event.</param>
/// <param name="DueOn">The deadline that counts; the first day of the veto for a case that started with it and has no deadline.</param>
/// <param name="NextDueAt">When its next step falls due by itself; null when nothing is left to happen by itself.</param>
public sealed record CaseEntry(
    CaseId CaseId, UnitId UnitId, int Version, CaseStatus Status, DateOnly DueOn, DateTimeOffset? NextDueAt)
{
    /// <summary>
    /// The summary that lists show; null when the last event was recorded by an earlier version, which kept no summaries, so that the case
    /// itself has to be read.
    /// </summary>
    public CaseSummary? Summary { get; init; }

    /// <summary>
    /// The entry of a row that a newer version wrote with values unknown to this one, so that the case itself has to be read.
    /// </summary>
    public static CaseEntry ToBeRead(CaseId caseId, UnitId unitId, int version, DateOnly dueOn) =>
        new(caseId, unitId, version, CaseStatus.Rectifying, dueOn, DateTimeOffset.MinValue);
}

/// <summary>Which cases to list. A condition that is null does not filter.</summary>
/// <param name="Status">
/// Only cases in this state, and those with a step due by <paramref name="Now"/>, which may have changed the state.
/// </param>
/// <param name="UnitId">Only cases of this unit.</param>
/// <param name="DueBefore">Only cases with a deadline before this day.</param>
/// <param name="Now">The instant of the question.</param>
/// <remarks>
/// A condition on the summary lets cases through that have no summary or a due step: the caller has to read and check these.
/// </remarks>
public sealed record CaseFilter(CaseStatus? Status, UnitId? UnitId, DateOnly? DueBefore, DateTimeOffset Now)
{
    /// <summary>
    /// Only cases with a deadline on this day or later, and those with a stopped clock, whose deadline moves later every day.
    /// </summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>
    /// Only cases with this light on the day of <see cref="Now"/>, and those with a stopped clock, which may show any light.
    /// </summary>
    public Light? Light { get; init; }

    /// <summary>Only cases that began on this rung.</summary>
    public Rung? Rung { get; init; }

    /// <summary>Only cases with this text in the document number, in whatever spelling, or in the unit's name.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// Only cases that wait for one of these acts, and those of which the index does not tell for what they wait; empty for no condition.
    /// </summary>
    public IReadOnlyList<AwaitedAct> Awaits { get; init; } = [];

    /// <summary>
    /// Only cases whose last entry was recorded at this instant or later. A row of an earlier version does not tell when, and is left out.
    /// </summary>
    public DateTimeOffset? ChangedFrom { get; init; }

    /// <summary>Whether only cases are listed whose present state the index alone cannot tell.</summary>
    public StepFilter Step { get; init; }

    /// <summary>The order of the list.</summary>
    public CaseOrder Order { get; init; }
}

/// <summary>Which cases are left out because the index alone tells their present state.</summary>
public enum StepFilter
{
    /// <summary>No case is left out.</summary>
    Any,

    /// <summary>Cases without a due step are left out; a due step may have changed the case.</summary>
    Due,

    /// <summary>As <see cref="Due"/>, except that cases without a summary are kept.</summary>
    ToBeRead,
}

/// <summary>The order in which cases are listed. Cases with the same deadline are listed in the order of opening.</summary>
public enum CaseOrder
{
    /// <summary>As they were opened.</summary>
    Opened,

    /// <summary>The last one opened first.</summary>
    Newest,

    /// <summary>The earliest deadline first.</summary>
    Due,
}

using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Ledger;

/// <summary>A case in the index, as of its last event.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="UnitId">The unit it is about.</param>
/// <param name="Version">Sequence of its last event.</param>
/// <param name="Status">Its state then.</param>
/// <param name="DueOn">The deadline that counts; the first day of the veto for a case that started with it and has no deadline.</param>
/// <param name="NextDueAt">When its next step falls due by itself; null when nothing is left to happen by itself.</param>
public sealed record CaseEntry(
    CaseId CaseId, UnitId UnitId, int Version, CaseStatus Status, DateOnly DueOn, DateTimeOffset? NextDueAt)
{
    /// <summary>
    /// What lists show; null when the last event was recorded by a program that kept no summaries, and the case itself has to be read.
    /// </summary>
    public CaseSummary? Summary { get; init; }

    /// <summary>
    /// The entry of a row that a newer program wrote in words which this one does not know: the case itself has to be read.
    /// </summary>
    public static CaseEntry ToBeRead(CaseId caseId, UnitId unitId, int version, DateOnly dueOn) =>
        new(caseId, unitId, version, CaseStatus.Rectifying, dueOn, DateTimeOffset.MinValue);
}

/// <summary>Which cases to list. A condition that is null does not filter.</summary>
/// <param name="Status">In this state, or with a step due by <paramref name="Now"/> (which may have changed the state).</param>
/// <param name="UnitId">Of this unit.</param>
/// <param name="DueBefore">With a deadline before this day.</param>
/// <param name="Now">The instant of the question.</param>
/// <remarks>
/// What a condition asks of the summary lets cases without one through, and those whose step is due: whoever asks looks at them.
/// </remarks>
public sealed record CaseFilter(CaseStatus? Status, UnitId? UnitId, DateOnly? DueBefore, DateTimeOffset Now)
{
    /// <summary>With a deadline on this day or later, or a stopped clock: its deadline moves on by itself.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>With this light on the day of <see cref="Now"/>. A stopped clock may show any.</summary>
    public Light? Light { get; init; }

    /// <summary>That began on this rung.</summary>
    public Rung? Rung { get; init; }

    /// <summary>With this text in the document number, in whatever spelling, or in the unit's name.</summary>
    public string? Text { get; init; }

    /// <summary>Whether only those are listed of which the index cannot say how they stand.</summary>
    public StepFilter Step { get; init; }

    /// <summary>Which comes first.</summary>
    public CaseOrder Order { get; init; }
}

/// <summary>Whether cases are left out of which the index says how they stand.</summary>
public enum StepFilter
{
    /// <summary>None is.</summary>
    Any,

    /// <summary>Those with no step due are: a step that is may have changed the case.</summary>
    Due,

    /// <summary>As before, but those without a summary stay.</summary>
    ToBeRead,
}

/// <summary>In which order cases are listed. Of two that are equal the one that was opened first comes first.</summary>
public enum CaseOrder
{
    /// <summary>As they were opened.</summary>
    Opened,

    /// <summary>The last one opened first.</summary>
    Newest,

    /// <summary>The earliest deadline first.</summary>
    Due,
}

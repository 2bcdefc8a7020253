using Rectify.Domain.Cases;
using Rectify.Domain.Identity;

namespace Rectify.Functions.Ledger;

/// <summary>A case in the index, as of its last event.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="UnitId">The unit it is about.</param>
/// <param name="Version">Sequence of its last event.</param>
/// <param name="Status">Its state then.</param>
/// <param name="DueOn">The deadline that counts; the first day of the veto for a case that started with it and has no deadline.</param>
/// <param name="NextDueAt">When its next step falls due by itself; null when nothing is left to happen by itself.</param>
public sealed record CaseEntry(
    CaseId CaseId, UnitId UnitId, int Version, CaseStatus Status, DateOnly DueOn, DateTimeOffset? NextDueAt);

/// <summary>Which cases to list. A condition that is null does not filter.</summary>
/// <param name="Status">In this state, or with a step due by <paramref name="Now"/> (which may have changed the state).</param>
/// <param name="UnitId">Of this unit.</param>
/// <param name="DueBefore">With a deadline before this day.</param>
/// <param name="Now">The instant of the question.</param>
public sealed record CaseFilter(CaseStatus? Status, UnitId? UnitId, DateOnly? DueBefore, DateTimeOffset Now);

/// <summary>A part of a list, and where it goes on; null when it does not.</summary>
public sealed record Slice<T>(IReadOnlyList<T> Items, string? Continuation);

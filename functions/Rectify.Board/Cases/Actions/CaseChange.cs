using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using Rectify.Office.Cases;

namespace Rectify.Board.Cases.Actions;

/// <summary>What an action would change in a case.</summary>
/// <param name="Rung">The rung on which the case began.</param>
/// <param name="StatusBefore">The case's present status.</param>
/// <param name="StatusAfter">The case's status after the action.</param>
/// <param name="DeadlineBefore">The present deadline; null when none runs.</param>
/// <param name="DeadlineAfter">The deadline after the action; null when none would run.</param>
/// <param name="Entries">The entries that would be added to the ledger.</param>
/// <param name="Sanctions">Sanctions that would begin, change their days, or be dropped.</param>
/// <param name="Dropped">Future steps that would be dropped.</param>
/// <param name="Added">Future steps that would be added.</param>
public sealed record CaseChange(
    Rung Rung, CaseStatus StatusBefore, CaseStatus StatusAfter, Deadline? DeadlineBefore, Deadline? DeadlineAfter,
    IReadOnlyList<CaseEvent> Entries,
    IReadOnlyList<ChangedSanction> Sanctions, IReadOnlyList<CaseStep> Dropped, IReadOnlyList<CaseStep> Added)
{
    /// <summary>The fields that a correction would change, from what to what; empty for every other action.</summary>
    public IReadOnlyList<OpeningChange> Fields { get; init; } = [];
}

/// <summary>A sanction before and after.</summary>
/// <param name="SubjectName">Who is barred.</param>
/// <param name="Bars">What the sanction bars from.</param>
/// <param name="Measure">The measure that the sanction follows from.</param>
/// <param name="Before">The barred days at present; null when there are none.</param>
/// <param name="After">The barred days after the action; null when there would be none.</param>
public sealed record ChangedSanction(string SubjectName, Bars Bars, Measure Measure, DayInterval? Before, DayInterval? After);

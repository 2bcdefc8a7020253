using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using Rectify.Office.Cases;

namespace Rectify.Board.Cases.Actions;

/// <summary>What an action would change in a case.</summary>
/// <param name="Rung">The rung on which the case began.</param>
/// <param name="StatusBefore">Where the case stands now.</param>
/// <param name="StatusAfter">Where it would stand.</param>
/// <param name="DeadlineBefore">The deadline that counts now; null when none does.</param>
/// <param name="DeadlineAfter">The deadline that would count.</param>
/// <param name="Entries">What would be written into the ledger.</param>
/// <param name="Sanctions">Sanctions that would begin, end otherwise, or fall away.</param>
/// <param name="Dropped">Steps that would not come any more.</param>
/// <param name="Added">Steps that would come.</param>
public sealed record CaseChange(
    Rung Rung, CaseStatus StatusBefore, CaseStatus StatusAfter, Deadline? DeadlineBefore, Deadline? DeadlineAfter,
    IReadOnlyList<CaseEvent> Entries,
    IReadOnlyList<ChangedSanction> Sanctions, IReadOnlyList<CaseStep> Dropped, IReadOnlyList<CaseStep> Added);

/// <summary>A sanction before and after.</summary>
/// <param name="SubjectName">Who is barred.</param>
/// <param name="Bars">From what.</param>
/// <param name="Measure">By which measure.</param>
/// <param name="Before">The barred days now; null when there are none.</param>
/// <param name="After">The barred days then; null when there would be none.</param>
public sealed record ChangedSanction(string SubjectName, Bars Bars, Measure Measure, DayInterval? Before, DayInterval? After);

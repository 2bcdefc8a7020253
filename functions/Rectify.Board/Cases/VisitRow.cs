using Rectify.Domain.YearlyCycle;

namespace Rectify.Board.Cases;

/// <summary>A supervision visit (督促检查、明察暗访).</summary>
/// <param name="VisitedOn">The day.</param>
/// <param name="Kind">How.</param>
/// <param name="VisitedBy">Who visited.</param>
/// <param name="Findings">What was found.</param>
/// <param name="CaseId">The case that it was about; null for none.</param>
/// <param name="Actions">What the reader may do with it.</param>
public sealed record VisitRow(
    DateOnly VisitedOn, VisitKind Kind, string VisitedBy, string Findings, string? CaseId, IReadOnlyList<CaseLink> Actions);

using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;

namespace Rectify.Office.Openings;

/// <summary>The answer to an opening.</summary>
/// <param name="Answer">The answer, from this request or from an earlier one with the same key.</param>
/// <param name="NewCases">
/// The cases that this request opened, more than one where the document lists several units; empty when the answer is that of an earlier
/// request.
/// </param>
public sealed record Opened(Receipt Answer, IReadOnlyList<CaseRecord> NewCases)
{
    /// <summary>The case that is open; of several the first.</summary>
    public CaseId CaseId => new(Answer.Location.Split('/')[^1]);

    /// <summary>The cases on lower rungs that the new cases follow, whose orchestrations have to be woken (S16).</summary>
    public IReadOnlyList<CaseId> Preceding { get; init; } = [];

    /// <summary>Warnings about a new case; empty when the answer is that of an earlier request.</summary>
    public IReadOnlyList<OpeningWarning> Warnings { get; init; } = [];
}

/// <summary>A case as it would open.</summary>
/// <param name="Record">The case.</param>
/// <param name="Warnings">Warnings about the case.</param>
/// <param name="IfMissed">The veto that follows when the deadline is missed; null where none can.</param>
/// <param name="NotBarred">Who in office is not barred by the veto with which it opens; null when it opens with none.</param>
public sealed record PreviewedOpening(
    CaseRecord Record, IReadOnlyList<OpeningWarning> Warnings, ForeseenVeto? IfMissed, IReadOnlyList<OfficeHolder>? NotBarred)
{
    /// <summary>All warnings, as texts in answers of the API.</summary>
    public IReadOnlyList<string> Texts => [.. CaseWarnings.Of(Record.State.File), .. Warnings.Select(warning => warning.Text)];
}

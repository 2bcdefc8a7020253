using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;

namespace Rectify.Office.Openings;

/// <summary>The answer to an opening.</summary>
/// <param name="Answer">What was answered, or was before.</param>
/// <param name="NewCase">The case when it is new rather than repeated.</param>
public sealed record Opened(Receipt Answer, CaseRecord? NewCase)
{
    /// <summary>The case that is open.</summary>
    public CaseId CaseId => new(Answer.Location.Split('/')[^1]);

    /// <summary>The rung that it followed, which has something to learn; null when none (S16).</summary>
    public CaseId? Preceding { get; init; }

    /// <summary>What should be known of a new case; none of a repeated one.</summary>
    public IReadOnlyList<OpeningWarning> Warnings { get; init; } = [];
}

/// <summary>A case as it would open.</summary>
/// <param name="Record">The case.</param>
/// <param name="Warnings">What should be known before.</param>
/// <param name="IfMissed">The veto that follows when the deadline is missed; null where none can.</param>
/// <param name="NotBarred">Who in office is not barred by the veto with which it opens; null when it opens with none.</param>
public sealed record PreviewedOpening(
    CaseRecord Record, IReadOnlyList<OpeningWarning> Warnings, ForeseenVeto? IfMissed, IReadOnlyList<OfficeHolder>? NotBarred)
{
    /// <summary>Everything that should be known, in the words of the interface.</summary>
    public IReadOnlyList<string> Texts => [.. CaseWarnings.Of(Record.State.File), .. Warnings.Select(warning => warning.Text)];
}

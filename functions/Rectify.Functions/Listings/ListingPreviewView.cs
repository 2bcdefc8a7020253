using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Functions.Cases;
using Rectify.Office.Cases;
using Rectify.Office.Listings;
using Rectify.Office.Openings;

namespace Rectify.Functions.Listings;

/// <summary>What a listing would bring, in the answer of a preview.</summary>
internal sealed record ListingPreviewView(
    DeadlineView Deadline, IReadOnlyList<StepView> Reminders, IReadOnlyList<PreviewedSanction> Sanctions,
    IReadOnlyList<string> Copies, string DocumentNumber, string RulebookId, IReadOnlyList<string> Warnings, ForeseenVetoView? IfMissed)
{
    /// <summary>The grounds that were named by code; empty where none was.</summary>
    public IReadOnlyList<GroundView> Grounds { get; init; } = [];

    public static ListingPreviewView Of(PreviewedOpening opening, WorkingCalendar calendar)
    {
        var (preview, file) = (opening.Record, opening.Record.State.File);
        return new ListingPreviewView(
            DeadlineView.Of(preview.State, file.Rectification!.ListedOn, calendar)!,
            [.. CaseSteps.OfPreview(preview, calendar).Where(step => step.Step is Step.Remind).Select(StepView.Of)],
            [.. file.Sanctions.Select(PreviewedSanction.Of)],
            file.Rulebook.Copies, file.Opening.DocumentNumber, file.Rulebook.Id, opening.Texts,
            opening.IfMissed is { } veto ? ForeseenVetoView.Of(veto) : null)
        {
            Grounds = GroundView.Of(file.Opening),
        };
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Domain.Cases;
using Rectify.Functions.Access;
using Rectify.Functions.Cases;
using Rectify.Functions.Contract;
using Rectify.Office.Access;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Listings;
using Rectify.Office.Openings;

namespace Rectify.Functions.Listings;

/// <summary>挂牌督办: placing a unit under supervised listing.</summary>
public sealed class ListingEndpoints(OpeningRequests requests, OpenListing openListing, CurrentCalendar calendar)
{
    [Function("CreateListing"), Allows(Role.Officer)]
    [Api("Places a unit under supervised listing.", Takes = typeof(ListingBody), Answers = typeof(CaseView), Statuses = [201],
        Repeatable = true)]
    public Task<IActionResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/listings")] HttpRequest request,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        requests.OpenAsync<ListingBody>(request, "listings", openListing, durable, cancellation);

    [Function("PreviewListing"), Allows(Role.Officer)]
    [Api("What such a listing would bring. Changes nothing.", Takes = typeof(ListingBody), Answers = typeof(PreviewView))]
    public Task<IActionResult> PreviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/listings/preview")] HttpRequest request,
        CancellationToken cancellation) =>
        requests.PreviewAsync<ListingBody, PreviewView>(request, openListing, ViewOf, cancellation);

    private PreviewView ViewOf(PreviewedOpening opening)
    {
        var (preview, file) = (opening.Record, opening.Record.State.File);
        return new PreviewView(
            DeadlineView.Of(preview.State, file.Rectification!.ListedOn, calendar.Value)!,
            [.. CaseSteps.OfPreview(preview, calendar.Value).Where(step => step.Step is Step.Remind).Select(StepView.Of)],
            [.. file.Sanctions.Select(PreviewedSanction.Of)],
            file.Rulebook.Copies, file.Opening.DocumentNumber, file.Rulebook.Id, opening.Texts,
            opening.IfMissed is { } veto ? ForeseenVetoView.Of(veto) : null);
    }

    private sealed record PreviewView(
        DeadlineView Deadline, IReadOnlyList<StepView> Reminders, IReadOnlyList<PreviewedSanction> Sanctions,
        IReadOnlyList<string> Copies, string DocumentNumber, string RulebookId, IReadOnlyList<string> Warnings, ForeseenVetoView? IfMissed);
}

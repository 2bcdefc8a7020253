using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Access;
using Rectify.Functions.Cases;
using Rectify.Functions.Contract;
using Rectify.Office.Access;
using Rectify.Office.Admonitions;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Openings;

namespace Rectify.Functions.Admonitions;

/// <summary>通报、约谈: the rungs below the listing (S16).</summary>
public sealed class AdmonitionEndpoints(OpeningRequests requests, OpenAdmonition openAdmonition, CurrentCalendar calendar)
{
    [Function("CreateAdmonition"), Allows(Role.Officer)]
    [Api("Issues a notice or records a talk, with a period to rectify.", Takes = typeof(AdmonitionBody), Answers = typeof(CaseView),
        Statuses = [201], Repeatable = true)]
    public Task<IActionResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/admonitions")] HttpRequest request,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        requests.OpenAsync<AdmonitionBody>(request, "admonitions", openAdmonition, durable, cancellation);

    [Function("PreviewAdmonition"), Allows(Role.Officer)]
    [Api("What such a notice or talk would bring. Changes nothing.", Takes = typeof(AdmonitionBody), Answers = typeof(PreviewView))]
    public Task<IActionResult> PreviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/admonitions/preview")] HttpRequest request,
        CancellationToken cancellation) =>
        requests.PreviewAsync<AdmonitionBody, PreviewView>(request, openAdmonition, ViewOf, cancellation);

    private PreviewView ViewOf(PreviewedOpening opening)
    {
        var preview = opening.Record;
        var (file, issued) = (preview.State.File, ((Opening.Admonition)preview.State.File.Opening).Entry);
        return new PreviewView(
            DeadlineView.Of(preview.State, issued.IssuedOn, calendar.Value)!,
            [.. CaseSteps.OfPreview(preview, calendar.Value).Where(step => step.Step is Step.Remind).Select(StepView.Of)],
            file.Rulebook.Ladder!.After(issued.Rung, issued.Severity), file.Rulebook.Copies, file.Opening.DocumentNumber, file.Rulebook.Id,
            opening.Texts)
        {
            Grounds = GroundView.Of(file.Opening),
        };
    }

    private sealed record PreviewView(
        DeadlineView Deadline, IReadOnlyList<StepView> Reminders, Rung IfMissed, IReadOnlyList<string> Copies, string DocumentNumber,
        string RulebookId,
        IReadOnlyList<string> Warnings)
    {
        /// <summary>The grounds that were named by code; empty where none was.</summary>
        public IReadOnlyList<GroundView> Grounds { get; init; } = [];
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Access;
using Rectify.Functions.Calendar;
using Rectify.Functions.Cases;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;

namespace Rectify.Functions.Admonitions;

/// <summary>通报、约谈: the rungs below the listing (S16).</summary>
public sealed class AdmonitionEndpoints(IServiceProvider services)
{
    private readonly OpeningDesk openings = services.GetRequiredService<OpeningDesk>();
    private readonly AdmonitionClerk clerk = services.GetRequiredService<AdmonitionClerk>();
    private readonly CurrentCalendar calendar = services.GetRequiredService<CurrentCalendar>();
    private readonly Workflows workflows = services.GetRequiredService<Workflows>();

    [Function("CreateAdmonition"), Allows(Role.Officer)]
    [Api("Issues a notice or records a talk, with a period to rectify.", Takes = typeof(AdmonitionBody), Answers = typeof(CaseView), Statuses = [201], Repeatable = true)]
    public async Task<IActionResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/admonitions")] HttpRequest request,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        var caller = Caller.Of(request.HttpContext);
        if (!IdempotencyKey.Of(request).Try(out var key, out var problem)) return problem.ToResult();
        if (!(await JsonBody.ReadAsync<AdmonitionBody>(request)).Try(out var body, out problem)) return problem.ToResult();

        var opened = await openings.OpenAsync(
            clerk.Draft(body.Value), body.Hash, key.Within(caller, "admonitions"), caller.Actor, cancellation);
        return await opened.ToResultAsync(request, workflows, durable, cancellation);
    }

    [Function("PreviewAdmonition"), Allows(Role.Officer)]
    [Api("What such a notice or talk would bring. Changes nothing.", Takes = typeof(AdmonitionBody), Answers = typeof(PreviewView))]
    public async Task<IActionResult> PreviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/admonitions/preview")] HttpRequest request, CancellationToken cancellation)
    {
        if (!(await JsonBody.ReadAsync<AdmonitionBody>(request)).Try(out var body, out var problem)) return problem.ToResult();
        if (!(await openings.PreviewAsync(clerk.Draft(body.Value), cancellation)).Try(out var preview, out problem)) return problem.ToResult();

        var (file, issued) = (preview.State.File, ((Opening.Admonition)preview.State.File.Opening).Entry);
        return Wire.Json(new PreviewView(
            DeadlineView.Of(preview.State, issued.IssuedOn, calendar.Value)!,
            [.. Schedule.Of(preview.State, calendar.Value).OfType<Step.Remind>().Select(StepView.Of)],
            file.Rulebook.Ladder!.After(issued.Rung, issued.Severity), file.Rulebook.Copies, file.Opening.DocumentNumber, file.Rulebook.Id));
    }

    private sealed record PreviewView(
        DeadlineView Deadline, IReadOnlyList<StepView> Reminders, Rung IfMissed, IReadOnlyList<string> Copies, string DocumentNumber, string RulebookId);
}

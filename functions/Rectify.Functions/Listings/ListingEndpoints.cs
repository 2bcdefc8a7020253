using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Cases;
using Rectify.Functions.Access;
using Rectify.Functions.Calendar;
using Rectify.Functions.Cases;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;

namespace Rectify.Functions.Listings;

/// <summary>挂牌督办: placing a unit under supervised listing.</summary>
public sealed class ListingEndpoints(IServiceProvider services)
{
    private readonly OpeningDesk openings = services.GetRequiredService<OpeningDesk>();
    private readonly ListingClerk clerk = services.GetRequiredService<ListingClerk>();
    private readonly CurrentCalendar calendar = services.GetRequiredService<CurrentCalendar>();
    private readonly Workflows workflows = services.GetRequiredService<Workflows>();

    [Function("CreateListing"), Allows(Role.Officer)]
    [Api("Places a unit under supervised listing.", Takes = typeof(ListingBody), Answers = typeof(CaseView), Statuses = [201], Repeatable = true)]
    public async Task<IActionResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/listings")] HttpRequest request,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        var caller = Caller.Of(request.HttpContext);
        if (!IdempotencyKey.Of(request).Try(out var key, out var problem)) return problem.ToResult();
        if (!(await JsonBody.ReadAsync<ListingBody>(request)).Try(out var body, out problem)) return problem.ToResult();

        var opened = await openings.OpenAsync(
            clerk.Draft(body.Value), body.Hash, key.Within(caller, "listings"), caller.Actor, cancellation);
        return await opened.ToResultAsync(request, workflows, durable, cancellation);
    }

    [Function("PreviewListing"), Allows(Role.Officer)]
    [Api("What such a listing would bring. Changes nothing.", Takes = typeof(ListingBody), Answers = typeof(PreviewView))]
    public async Task<IActionResult> PreviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/listings/preview")] HttpRequest request, CancellationToken cancellation)
    {
        if (!(await JsonBody.ReadAsync<ListingBody>(request)).Try(out var body, out var problem)) return problem.ToResult();
        if (!(await openings.PreviewAsync(clerk.Draft(body.Value), cancellation)).Try(out var preview, out problem)) return problem.ToResult();

        var file = preview.State.File;
        return Wire.Json(new PreviewView(
            DeadlineView.Of(preview.State, file.Rectification!.ListedOn, calendar.Value)!,
            [.. Schedule.Of(preview.State, calendar.Value).OfType<Step.Remind>().Where(step => step.Reminder.Kind == ReminderKind.Deadline).Select(StepView.Of)],
            [.. file.Sanctions.Select(PreviewedSanction.Of)],
            file.Rulebook.Copies, file.Opening.DocumentNumber, file.Rulebook.Id));
    }

    private sealed record PreviewView(
        DeadlineView Deadline, IReadOnlyList<StepView> Reminders, IReadOnlyList<PreviewedSanction> Sanctions,
        IReadOnlyList<string> Copies, string DocumentNumber, string RulebookId);
}

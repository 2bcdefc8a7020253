using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;
using Rectify.Functions.Access;
using Rectify.Functions.Cases;
using Rectify.Functions.Http;

namespace Rectify.Functions.Listings;

/// <summary>挂牌督办: placing a unit under supervised listing.</summary>
public sealed class ListingEndpoints(IServiceProvider services)
{
    private readonly ListingDesk listings = services.GetRequiredService<ListingDesk>();
    private readonly WorkingCalendar calendar = services.GetRequiredService<WorkingCalendar>();
    private readonly Workflows workflows = services.GetRequiredService<Workflows>();

    [Function("CreateListing"), Allows(Role.Officer)]
    public async Task<IActionResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/listings")] HttpRequest request,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        var caller = Caller.Of(request.HttpContext);
        if (!IdempotencyKey.Of(request).Try(out var key, out var problem)) return problem.ToResult();
        if (!(await JsonBody.ReadAsync<ListingBody>(request)).Try(out var body, out problem)) return problem.ToResult();

        var opened = await listings.OpenAsync(
            body.Value, body.Hash, key.Value is null ? null : $"{caller.Actor}|listings|{key.Value}", caller.Actor, cancellation);
        if (!opened.Try(out var answer, out var refusal)) return refusal.ToResult();

        if (answer.NewCase is { } caseId) await workflows.WakeAsync(durable, caseId, [Measure.Listing], cancellation);
        request.HttpContext.Response.Headers.Location = answer.Answer.Location;
        return Wire.Json(answer.Answer.Body, answer.Answer.Status);
    }

    [Function("PreviewListing"), Allows(Role.Officer)]
    public async Task<IActionResult> PreviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/listings/preview")] HttpRequest request, CancellationToken cancellation)
    {
        if (!(await JsonBody.ReadAsync<ListingBody>(request)).Try(out var body, out var problem)) return problem.ToResult();
        if (!(await listings.PreviewAsync(body.Value, cancellation)).Try(out var preview, out var refusal)) return refusal.ToResult();

        var file = preview.After.State.File;
        return Wire.Json(new PreviewView(
            DeadlineView.Of(file),
            [.. Schedule.Of(preview.After.State, calendar).OfType<Step.Remind>().Where(step => step.Reminder.Kind == ReminderKind.Deadline).Select(StepView.Of)],
            [.. file.Sanctions.Select(PreviewedSanction.Of)],
            file.Rulebook.Copies, file.Opening.DocumentNumber, file.Rulebook.Id));
    }

    private sealed record PreviewView(
        DeadlineView Deadline, IReadOnlyList<StepView> Reminders, IReadOnlyList<PreviewedSanction> Sanctions,
        IReadOnlyList<string> Copies, string DocumentNumber, string RulebookId);

    private sealed record PreviewedSanction(Domain.Identity.Subject Subject, Bars Bars, Measure Measure, DateOnly From, DateOnly To)
    {
        public static PreviewedSanction Of(Sanction sanction) =>
            new(sanction.Subject, sanction.Bars, sanction.Measure, sanction.Term.From, sanction.Term.To);
    }
}

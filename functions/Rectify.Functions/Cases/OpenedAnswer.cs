using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Functions.Http;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Openings;
using Rectify.Office.Requests;

namespace Rectify.Functions.Cases;

/// <summary>Answers a request that opens a case, and starts the orchestrations of a new one.</summary>
internal static class OpenedAnswer
{
    public static async Task<IActionResult> ToResultAsync(
        this Outcome<Opened> outcome, HttpRequest request, Workflows workflows, DurableTaskClient durable, CancellationToken cancellation)
    {
        if (!outcome.Try(out var opened, out var refusal)) return refusal.ToResult();

        await workflows.WakeAsync(durable, opened, cancellation);
        request.HttpContext.Response.Headers.Location = opened.Answer.Location;
        return Wire.Json(opened.Answer.Body, opened.Answer.Status);
    }

    /// <summary>Starts the orchestrations of a new case, and wakes that of the rung which it followed.</summary>
    public static async Task WakeAsync(this Workflows workflows, DurableTaskClient durable, Opened opened, CancellationToken cancellation)
    {
        if (opened.NewCase is { } record) await workflows.WakeAsync(durable, record.CaseId, record.State.File.MeasuresInForce, cancellation);
        if (opened.Preceding is { } earlier) await workflows.WakeAsync(durable, earlier, [], cancellation);
    }
}

/// <summary>A sanction that a preview shows.</summary>
internal sealed record PreviewedSanction(Subject Subject, Bars Bars, Measure Measure, DateOnly From, DateOnly? To)
{
    public static PreviewedSanction Of(Sanction sanction) =>
        new(sanction.Subject, sanction.Bars, sanction.Measure, sanction.Term.From, sanction.Term.End);
}

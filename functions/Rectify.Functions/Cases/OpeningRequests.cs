using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;
using Rectify.Functions.Access;
using Rectify.Functions.Http;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Access;
using Rectify.Office.Openings;
using Rectify.Office.Requests;

namespace Rectify.Functions.Cases;

/// <summary>Handles the HTTP requests that open a case, whatever the measure.</summary>
public sealed class OpeningRequests(Workflows workflows)
{
    /// <summary>Opens the case of a body, once per idempotency key, and answers with it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="route">The last part of the route; the idempotency key is valid within it.</param>
    /// <param name="open">The handler that opens such a case.</param>
    /// <param name="durable">The client that starts the orchestrations.</param>
    /// <param name="cancellation">Cancels the request; what is recorded stays recorded.</param>
    public Task<IActionResult> OpenAsync<TBody>(
        HttpRequest request, string route, OpeningRequestHandler<TBody> open, DurableTaskClient durable, CancellationToken cancellation)
        where TBody : notnull =>
        OpenAsync<TBody>(request, route, open.OpenAsync, durable, cancellation);

    /// <summary>The same for a body that opens several cases together.</summary>
    public async Task<IActionResult> OpenAsync<TBody>(
        HttpRequest request, string route, Func<TBody, OpeningRequest, CancellationToken, Task<Outcome<Opened>>> open,
        DurableTaskClient durable, CancellationToken cancellation) where TBody : notnull
    {
        var caller = Caller.Of(request);
        if (!IdempotencyKey.Of(request.Headers["Idempotency-Key"].ToString()).Try(out var key, out var problem)) return problem.ToResult();
        if (!(await JsonBody.ReadAsync<TBody>(request)).Try(out var body, out problem)) return problem.ToResult();

        var asked = new OpeningRequest(caller.Actor, key.Within(caller, route), body.Hash);
        if (!(await open(body.Value, asked, cancellation)).Try(out var opened, out problem)) return problem.ToResult();

        await workflows.WakeAsync(durable, opened, cancellation);
        request.HttpContext.Response.Headers.Location = opened.Answer.Location;
        return Wire.Json(opened.Answer.Body, opened.Answer.Status);
    }

    /// <summary>Answers with what the body would lead to. Records nothing.</summary>
    public async Task<IActionResult> PreviewAsync<TBody, TView>(
        HttpRequest request, OpeningRequestHandler<TBody> open, Func<PreviewedOpening, TView> view, CancellationToken cancellation)
        where TBody : notnull
    {
        if (!(await JsonBody.ReadAsync<TBody>(request)).Try(out var body, out var problem)) return problem.ToResult();
        return (await open.PreviewAsync(body.Value, cancellation)).Try(out var preview, out problem) ? Wire.Json(view(preview))
            : problem.ToResult();
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Access;
using Rectify.Office.Consultations;
using Rectify.Office.Eligibility;

namespace Rectify.Functions.Consultations;

/// <summary>The consultations that an officer answers (setting <c>Office:Replies</c>).</summary>
public sealed class ConsultationRequestEndpoints(ConsultationRequests requests, Workflows workflows)
{
    [Function("AskForReply"), Allows(Role.Consulting)]
    [Api("Asks about subjects; an officer checks and issues the reply, or returns the question.", Takes = typeof(ConsultationBody),
        Answers = typeof(RequestView), Statuses = [202], Repeatable = true)]
    public async Task<IActionResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/consultation-requests")] HttpRequest request,
        CancellationToken cancellation)
    {
        var caller = Caller.Of(request.HttpContext);
        if (!IdempotencyKey.Of(request.Headers["Idempotency-Key"].ToString()).Try(out var key, out var problem)
            || !(await JsonBody.ReadAsync<ConsultationBody>(request)).Try(out var json, out problem)) return problem.ToResult();

        var keyed = key.Value is { } given ? new KeyedRequest($"{caller.Actor}|consultation-requests|{given}", json.Hash) : null;
        if (!(await requests.AskAsync(json.Value, null, index => $"subjects[{index}]", keyed, caller, cancellation))
            .Try(out var asked, out problem)) return problem.ToResult();
        request.HttpContext.Response.Headers.Location = $"/api/consultation-requests/{asked.RequestId}";
        return Wire.Json(await ViewAsync(asked, cancellation), 202);
    }

    [Function("ListConsultationRequests"), Allows(Role.Consulting, Role.Officer, Role.Auditor)]
    [Api("The consultations that an officer answers, the latest first; a consulting body sees its own.",
        Answers = typeof(ListAnswer<RequestView>))]
    [ApiQuery("state", typeof(RequestState), "Only those in this state.")]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/consultation-requests")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (!Query.Enum<RequestState>(request, "state").Try(out var state, out var problem)) return problem.ToResult();

        List<RequestView> views = [];
        foreach (var one in (await requests.ListAsync(Caller.Of(request.HttpContext), cancellation)).Where(
            one => state is null || one.State == state)) views.Add(await ViewAsync(one, cancellation));
        return ListAnswer.Of<RequestView>(views);
    }

    [Function("GetConsultationRequest"), Allows(Role.Consulting, Role.Officer, Role.Auditor)]
    [Api("A consultation that an officer answers, and how far it has come.", Answers = typeof(RequestView))]
    public async Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/consultation-requests/{requestId}")] HttpRequest request,
        string requestId, CancellationToken cancellation) =>
        (await requests.FindAsync(requestId, Caller.Of(request.HttpContext), cancellation)).Try(out var found, out var problem)
            ? Wire.Json(await ViewAsync(found, cancellation))
            : problem.ToResult();

    [Function("IssueReply"), Allows(Role.Officer)]
    [Api("Numbers and issues the reply, and tells whoever asked.", Answers = typeof(RequestView))]
    public async Task<IActionResult> IssueAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/consultation-requests/{requestId}/issue")] HttpRequest request,
        string requestId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        var caller = Caller.Of(request.HttpContext);
        if (!(await requests.IssueAsync(requestId, caller, cancellation)).Try(out _, out var problem)) return problem.ToResult();
        await workflows.By(durable).WakeYearlyCycleAsync(cancellation);
        return await GetAsync(request, requestId, cancellation);
    }

    [Function("ReturnQuestion"), Allows(Role.Officer)]
    [Api("Returns the question with a reason; nothing is answered.", Takes = typeof(ReturnBody), Answers = typeof(RequestView))]
    public async Task<IActionResult> ReturnAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/consultation-requests/{requestId}/return")] HttpRequest request,
        string requestId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        if (!(await JsonBody.ReadAsync<ReturnBody>(request)).Try(out var body, out var problem)
            || !(await requests.ReturnAsync(requestId, body.Value.Reason, Caller.Of(request.HttpContext), cancellation))
                .Try(out var returned, out problem)) return problem.ToResult();
        await workflows.By(durable).WakeYearlyCycleAsync(cancellation);
        return Wire.Json(await ViewAsync(returned, cancellation));
    }

    private async Task<RequestView> ViewAsync(ConsultationRequest request, CancellationToken cancellation)
    {
        var reply = await requests.ReplyOfAsync(request, cancellation);
        var body = request.Asked.Body;
        return new RequestView(
            request.RequestId, request.State, body.AskedBy, body.Purpose, body.On, body.Subjects, request.Actor, request.At,
            request.Decided?.By, request.Decided?.At, request.Reason, reply?.ConsultationId, reply?.Number.Text);
    }

    private sealed record RequestView(
        string RequestId, RequestState State, string AskedBy, Purpose Purpose, DateOnly? On, IReadOnlyList<Subject> Subjects, string Actor,
        DateTimeOffset At, string? DecidedBy, DateTimeOffset? DecidedAt, string? Reason, string? ConsultationId, string? Number);
}

/// <summary>Body of a return.</summary>
/// <param name="Reason">Why, for whoever asked.</param>
public sealed record ReturnBody(string Reason);

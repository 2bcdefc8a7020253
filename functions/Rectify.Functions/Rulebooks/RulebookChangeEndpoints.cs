using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Access;
using Rectify.Office.Requests;
using Rectify.Office.RulebookChanges;
using Rectify.Office.Rulebooks;

namespace Rectify.Functions.Rulebooks;

/// <summary>Loads rulebooks, puts them in force, and retires them.</summary>
public sealed class RulebookChangeEndpoints(Workflows workflows, RulebookHandler rulebookHandler, RunningCases runningCases)
{
    private const int MaxBytes = 1024 * 1024;

    [Function("PutRulebook"), Allows(Role.Officer)]
    [Api("Loads a policy, or says everything that is wrong with it. It is not put in force by that.", Takes = typeof(Rulebook),
        Answers = typeof(LoadedRulebookView), Statuses = [200, 201])]
    [ApiQuery("dryRun", typeof(bool), "Checks and compares only.")]
    public async Task<IActionResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/rulebooks/{id}")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (!Query.IsDryRun(request).Try(out var isTrial, out var problem) || !(await TextAsync(request)).Try(out var text, out problem)
            || !rulebookHandler.Check(id, text).Try(out var edition, out problem))
            return problem.ToResult();

        var isNew = !isTrial && edition.Loaded is null;
        if (isNew && !(await rulebookHandler.LoadAsync(id, text, Caller.Of(request.HttpContext).Actor, cancellation))
            .Try(out edition, out problem))
            return problem.ToResult();

        (await rulebookHandler.CompareAsync(edition, null, cancellation)).Try(out var comparison, out _);
        var view = new LoadedRulebookView(rulebookHandler.ViewOf(edition), edition.Loaded is not null, comparison);
        return Wire.Json(view, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    [Function("PutRulebookInForce"), Allows(Role.Officer)]
    [Api("Puts a policy in force from a day on, and names the open cases that keep theirs.", Takes = typeof(RulebookInForceBody),
        Answers = typeof(RulebookInForceView))]
    public async Task<IActionResult> PutInForceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/rulebooks/{id}/in-force")] HttpRequest request, string id,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        if (!(await JsonBody.ReadAsync<RulebookInForceBody>(request)).Try(out var body, out var problem)
            || !(await rulebookHandler.PutInForceAsync(
                workflows.By(durable), id, body.Value, Caller.Of(request.HttpContext).Actor, cancellation))
                .Try(out var edition, out problem))
            return problem.ToResult();

        var (cases, unreadable) = await runningCases.AllAsync(cancellation);
        return Wire.Json(new RulebookInForceView(rulebookHandler.ViewOf(edition), cases, unreadable));
    }

    [Function("RetireRulebook"), Allows(Role.Officer)]
    [Api("Retires a policy that is not in force today or later.", Takes = typeof(RulebookRetirementBody),
        Answers = typeof(RulebookEditionView))]
    public async Task<IActionResult> RetireAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/rulebooks/{id}/retirement")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        (await JsonBody.ReadAsync<RulebookRetirementBody>(request)).Try(out var body, out var problem)
        && (await rulebookHandler.RetireAsync(id, body.Value, Caller.Of(request.HttpContext).Actor, cancellation))
            .Try(out var edition, out problem)
            ? Wire.Json(rulebookHandler.ViewOf(edition))
            : problem.ToResult();

    // The text is kept as it was sent, with its comments.
    private static async Task<Outcome<string>> TextAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            return Problem.Of(ProblemKind.WrongFormat, ProblemTitles.NotJson, RequestMessages.NotJson.With(request.ContentType));
        if (!(await BodyBytes.ReadAsync(request, MaxBytes)).Try(out var bytes, out var problem)) return problem;
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Problem.Malformed("body", BodyMessages.NotUtf8);
    }
}

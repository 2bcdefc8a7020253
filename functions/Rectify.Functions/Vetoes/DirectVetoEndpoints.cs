using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Sanctions;
using Rectify.Functions.Access;
using Rectify.Functions.Cases;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;

namespace Rectify.Functions.Vetoes;

/// <summary>一票否决 without a listing before it (V1, V3, V4).</summary>
public sealed class DirectVetoEndpoints(IServiceProvider services)
{
    private readonly OpeningDesk openings = services.GetRequiredService<OpeningDesk>();
    private readonly DirectVetoClerk clerk = services.GetRequiredService<DirectVetoClerk>();
    private readonly Workflows workflows = services.GetRequiredService<Workflows>();

    [Function("CreateVeto"), Allows(Role.Officer)]
    [Api("Imposes or proposes a veto without a listing.", Takes = typeof(DirectVetoBody), Answers = typeof(CaseView), Statuses = [201], Repeatable = true)]
    public async Task<IActionResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/vetoes")] HttpRequest request,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        var caller = Caller.Of(request.HttpContext);
        if (!IdempotencyKey.Of(request).Try(out var key, out var problem)) return problem.ToResult();
        if (!(await JsonBody.ReadAsync<DirectVetoBody>(request)).Try(out var body, out problem)) return problem.ToResult();

        var opened = await openings.OpenAsync(
            clerk.Draft(body.Value), body.Hash, key.Within(caller, "vetoes"), caller.Actor, cancellation);
        return await opened.ToResultAsync(request, workflows, durable, cancellation);
    }

    [Function("PreviewVeto"), Allows(Role.Officer)]
    [Api("What such a veto would bring. Changes nothing.", Takes = typeof(DirectVetoBody), Answers = typeof(PreviewView))]
    public async Task<IActionResult> PreviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/vetoes/preview")] HttpRequest request, CancellationToken cancellation)
    {
        if (!(await JsonBody.ReadAsync<DirectVetoBody>(request)).Try(out var body, out var problem)) return problem.ToResult();
        if (!(await openings.PreviewAsync(clerk.Draft(body.Value), cancellation)).Try(out var record, out problem)) return problem.ToResult();

        var file = record.State.File;
        return Wire.Json(new PreviewView(
            VetoView.Of(file.Veto!), [.. file.Sanctions.Select(PreviewedSanction.Of)], file.Rulebook.CopiesOf(Measure.Veto), file.Opening.DocumentNumber,
            file.Rulebook.Id, CaseWarnings.Of(file)));
    }

    private sealed record PreviewView(
        VetoView Veto, IReadOnlyList<PreviewedSanction> Sanctions, IReadOnlyList<string> Copies, string DocumentNumber, string RulebookId,
        IReadOnlyList<string> Warnings);
}

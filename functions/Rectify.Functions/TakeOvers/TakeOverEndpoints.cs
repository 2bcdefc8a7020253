using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Access;
using Rectify.Office.TakeOvers;

namespace Rectify.Functions.TakeOvers;

/// <summary>接转: taking over the cases of the ledger that an office has kept until now.</summary>
public sealed class TakeOverEndpoints(TakeOverHandler takeOver, Workflows workflows)
{
    [Function("TakeOverCases"), Allows(Role.Officer)]
    [Api("Takes cases over from another ledger, each with its history. All of them are checked first; sent again, it completes.",
        Takes = typeof(TakeOverBody), Answers = typeof(TakeOverView))]
    [ApiQuery("dryRun", typeof(bool), "Only says what would follow.")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/take-overs")] HttpRequest request,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        if (!Query.IsDryRun(request).Try(out var isTrial, out var problem)) return problem.ToResult();
        if (!(await JsonBody.ReadAsync<TakeOverBody>(request)).Try(out var body, out problem)) return problem.ToResult();

        var mode = isTrial ? TakeOverMode.DryRun : TakeOverMode.Write;
        if (!(await takeOver.RunAsync(body.Value, Caller.Of(request), mode, cancellation)).Try(out var taken, out problem))
            return problem.ToResult();

        await workflows.StartAsync(durable, taken, cancellation);
        return Wire.Json(taken.View);
    }
}

/// <summary>Starts the orchestrations of the cases that were taken over.</summary>
internal static class TakenOverCases
{
    public static async Task StartAsync(
        this Workflows workflows, DurableTaskClient durable, TakenOver taken, CancellationToken cancellation)
    {
        foreach (var record in taken.Recorded)
            await workflows.WakeAsync(durable, record.CaseId, record.State.File.MeasuresInForce, cancellation);
    }
}

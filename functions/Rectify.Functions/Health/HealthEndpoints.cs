using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Board.Health;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;

namespace Rectify.Functions.Health;

/// <summary>The endpoints that say whether the app runs and whether it can do its work. They reveal nothing about any case.</summary>
public sealed class HealthEndpoints(HealthReport report)
{
    [Function("HealthLive"), AllowsAnyone]
    [Api("Whether the app runs.", Answers = typeof(LiveView))]
    public IActionResult Live(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/live")] HttpRequest request) =>
        Wire.Json(new LiveView("live"));

    [Function("HealthReady"), AllowsAnyone]
    [Api("Whether the app can do its work.", Answers = typeof(ReadyView), Statuses = [200, 503])]
    public async Task<IActionResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/ready")] HttpRequest request,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        var checks = await report.MakeAsync(durable, cancellation);
        var ready = checks.All(check => check.State != HealthState.Failed);
        return Wire.Json(
            new ReadyView(ready ? "ready" : "notReady",
                [.. checks.Select(check => new Check(Domain.WireName.Of(check.Part), check.State, check.Detail?.English))]),
                ready ? 200 : 503);
    }

    private sealed record LiveView(string Status);

    private sealed record ReadyView(string Status, IReadOnlyList<Check> Checks);

    private sealed record Check(string Name, HealthState Result, string? Detail);
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rectify.Domain.Identity;
using Rectify.Domain.Terms;
using Rectify.Functions.Access;
using Rectify.Functions.Calendar;
using Rectify.Functions.Cases;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Functions.Ledger;
using Rectify.Functions.Notices;

namespace Rectify.Functions.Health;

/// <summary>Whether the app runs, and whether it can do its work. Tells nothing about any case.</summary>
public sealed class HealthEndpoints(IServiceProvider services, ILogger<HealthEndpoints> logger)
{
    /// <summary>Two missed rounds of the hourly reconcile timer.</summary>
    private static readonly TimeSpan MaxReconcileLag = TimeSpan.FromHours(2);

    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();

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
        var checks = new[]
        {
            await CheckAsync("ledger", async () =>
            {
                await services.GetRequiredService<ILedger>().LoadAsync(new CaseId("health"), cancellation);
                return null;
            }),
            await CheckAsync("durable", async () =>
            {
                await durable.GetInstanceAsync("health", cancellation);
                return null;
            }),
            await CheckAsync("mailer", async () =>
            {
                await services.GetRequiredService<MailerHealth>().CheckAsync(cancellation);
                return null;
            }),
            await CheckAsync("calendar", () => Task.FromResult(CalendarFinding())),
            await CheckAsync("reconcile", () => Task.FromResult(ReconcileFinding())),
        };
        var ready = checks.All(check => check.Result != Result.Failed);
        return Wire.Json(new ReadyView(ready ? "ready" : "notReady", checks), ready ? 200 : 503);
    }

    // The year after this one is announced in November; until its notice is loaded its dates are provisional, which is no fault.
    private Finding? CalendarFinding()
    {
        var (calendar, year) = (services.GetRequiredService<CurrentCalendar>().Value, LocalDay.Of(clock.GetUtcNow()).Year);
        return calendar.IsProvisional(year) ? new Finding(Result.Warning, $"The notice of {year} is not loaded: its dates are provisional.") : null;
    }

    private Finding? ReconcileFinding()
    {
        var last = services.GetRequiredService<ReconcileLog>().Last;
        return last is null || clock.GetUtcNow() - last > MaxReconcileLag
            ? new Finding(Result.Warning, last is null ? "Not run yet." : $"Last run at {last:O}.")
            : null;
    }

    private async Task<Check> CheckAsync(string name, Func<Task<Finding?>> check)
    {
        try
        {
            return await check() is { } finding ? new Check(name, finding.Result, finding.Detail) : new Check(name, Result.Ok, null);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            logger.LogError(failed, "The health check {Check} failed", name);
            return new Check(name, Result.Failed, "See the log.");
        }
    }

    private enum Result
    {
        Ok,
        Warning,
        Failed,
    }

    private sealed record LiveView(string Status);

    private sealed record ReadyView(string Status, IReadOnlyList<Check> Checks);

    private sealed record Finding(Result Result, string Detail);

    private sealed record Check(string Name, Result Result, string? Detail);
}

using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Rectify.Board.Health;
using Rectify.Board.Words;
using Rectify.Domain.Identity;
using Rectify.Domain.Terms;
using Rectify.Functions.Calendar;
using Rectify.Functions.Cases;
using Rectify.Functions.Ledger;
using Rectify.Functions.Notices;

namespace Rectify.Functions.Health;

/// <summary>Looks at each part that the app needs for its work. What went wrong stands in the log; the finding names no secret and no case.</summary>
internal sealed class HealthReport(
    ILedger ledger, MailerHealth mailer, CurrentCalendar calendar, ReconcileLog reconciled, TimeProvider clock, ILogger<HealthReport> logger)
{
    /// <summary>Two missed rounds of the hourly reconcile timer.</summary>
    private static readonly TimeSpan MaxReconcileLag = TimeSpan.FromHours(2);

    public async Task<IReadOnlyList<HealthCheck>> MakeAsync(DurableTaskClient durable, CancellationToken cancellation) =>
    [
        await CheckAsync(HealthPart.Ledger, async () =>
        {
            await ledger.LoadAsync(new CaseId("health"), cancellation);
            return null;
        }),
        await CheckAsync(HealthPart.Durable, async () =>
        {
            await durable.GetInstanceAsync("health", cancellation);
            return null;
        }),
        await CheckAsync(HealthPart.Mailer, async () =>
        {
            await mailer.CheckAsync(cancellation);
            return null;
        }),
        await CheckAsync(HealthPart.Calendar, () => Task.FromResult(CalendarFinding())),
        await CheckAsync(HealthPart.Reconcile, () => Task.FromResult(ReconcileFinding())),
    ];

    // The year after this one is announced in November; until its notice is loaded its dates are provisional, which is no fault.
    private Bilingual? CalendarFinding()
    {
        var year = LocalDay.Of(clock.GetUtcNow()).Year;
        return calendar.Value.IsProvisional(year)
            ? ($"{year} 年的放假安排尚未录入，该年的日期为暂定。", $"The notice of {year} is not loaded: its dates are provisional.")
            : null;
    }

    private Bilingual? ReconcileFinding() => reconciled.Last switch
    {
        null => ("本次启动后尚未完成过核对。", "Not run yet."),
        { } last when clock.GetUtcNow() - last > MaxReconcileLag => ($"上次完成于 {Dates.Moment(last, Rectify.Board.Words.Language.Chinese)}。", $"Last run at {last:O}."),
        _ => null,
    };

    private async Task<HealthCheck> CheckAsync(HealthPart part, Func<Task<Bilingual?>> check)
    {
        try
        {
            return await check() is { } finding ? new HealthCheck(part, HealthState.Warning, finding) : new HealthCheck(part, HealthState.Ok, null);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            logger.LogError(failed, "The health check {Check} failed", Domain.WireName.Of(part));
            return new HealthCheck(part, HealthState.Failed, ("详见日志。", "See the log."));
        }
    }
}

using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Rectify.Board.Health;
using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Delivery;
using Rectify.Office.Ledger;
using Rectify.Office.Observability;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Functions.Health;

/// <summary>Checks each part that the app needs. Errors are logged in full; the findings contain neither secrets nor cases.</summary>
public sealed class HealthReport(
    ILedger ledger, MailerHealth mailer, CurrentCalendar calendar, ReconcileLog reconciled, UnreadableCases unreadable,
    CaseRepository caseRepository, KeyUnits keyUnits,
    LedgerGuard guard, IEnumerable<IStorageHealth> storages, LedgerClock ledgerClock, TimeProvider clock,
    ILogger<HealthReport> logger)
{
    /// <summary>The longest time since the last comparison without a warning: two missed runs of the hourly timer.</summary>
    private static readonly TimeSpan MaxReconcileLag = TimeSpan.FromHours(2);

    public async Task<IReadOnlyList<HealthCheck>> MakeAsync(DurableTaskClient durable, CancellationToken cancellation) =>
    [
        await LedgerFaultAsync(cancellation) ?? await CheckAsync(HealthPart.Ledger, async () =>
        {
            await ledger.LoadAsync(new CaseId("health"), cancellation);
            await ReadUnreadableAsync(cancellation);
            return LedgerFinding();
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
        await CheckAsync(HealthPart.Reconcile, async () => ReconcileFinding(await LastReconcileAsync(cancellation))),
        await CheckAsync(HealthPart.Clock, () => ClockFindingAsync(cancellation)),
        await CheckAsync(HealthPart.Access, () => keyUnits.FindingAsync(cancellation)),
    ];

    // A known fault of the ledger, which a person has to correct; null for none.
    private async Task<HealthCheck?> LedgerFaultAsync(CancellationToken cancellation)
    {
        if (guard.Gap is { } gap) return new HealthCheck(HealthPart.Ledger, HealthState.Failed, gap.Told.InBoth);
        foreach (var storage in storages)
        {
            if (await storage.FaultAsync(cancellation) is { } fault) return new HealthCheck(HealthPart.Ledger, HealthState.Failed, fault);
        }

        return null;
    }

    // A warning and not a failure, because a failure could take the app out of service and stop all other cases as well.
    private Bilingual? LedgerFinding() => unreadable.All.Count switch
    {
        0 when guard.IsOutsideBehind => ("ledger.head 无法写入：台账文件若被换旧，将不会被发现。",
            "ledger.head cannot be written: a ledger that is replaced by an older one would not be found."),
        0 => null,
        1 => ("有 1 个案件无法读取，运行状况页列出了它。", "1 case cannot be read; the board's health page names it."),
        var count =>
            ($"有 {count} 个案件无法读取，运行状况页列出了它们。", $"{count} cases cannot be read; the board's health page names them."),
    };

    // Only the present year is checked: the notice of the next year comes in November, and until then its dates are provisional as
    // intended.
    private Bilingual? CalendarFinding()
    {
        var year = LocalDay.Of(clock.GetUtcNow()).Year;
        return calendar.Value.IsProvisional(year)
            ? ($"{year} 年的放假安排尚未录入，该年的日期为暂定。", $"The notice of {year} is not loaded: its dates are provisional.")
            : null;
    }

    private Bilingual? ReconcileFinding(ReconcileRecord? record) => record?.CompletedAt switch
    {
        null => ("尚未完成过核对。", "Not run yet."),
        { } last when clock.GetUtcNow() - last > MaxReconcileLag =>
            ($"上次完成于 {Dates.Moment(last, Language.Chinese)}。", $"Last run at {last:O}."),
        _ => null,
    };

    // While the storage cannot be read, the check of the ledger says so, and this one goes by what was read last.
    private async Task<ReconcileRecord?> LastReconcileAsync(CancellationToken cancellation)
    {
        try
        {
            return await reconciled.FindAsync(cancellation);
        }
        catch (StorageException)
        {
            return reconciled.LastSeen;
        }
    }

    // The reconcile timer may run in another instance. The cases that it could not read are read here once more, which notes those that
    // still cannot be.
    private async Task ReadUnreadableAsync(CancellationToken cancellation)
    {
        foreach (var caseId in (await reconciled.FindAsync(cancellation))?.Unreadable ?? [])
        {
            try
            {
                await caseRepository.FindAsync(new CaseId(caseId), cancellation);
            }
            catch (UnreadableCaseException)
            {
                // Noted by the reader.
            }
        }
    }

    // A warning while the clock is behind the last entry. New entries then get the instant of the entry before, and due steps wait until
    // the clock has caught up.
    private async Task<Bilingual?> ClockFindingAsync(CancellationToken cancellation) =>
        await ledgerClock.AheadAsync(cancellation) is { } last
        ? ($"时钟落后于台账：最近的记录为 {Dates.Moment(last, Language.Chinese)}。请校准时钟。",
            $"The clock runs behind the ledger: its last entry is of {last:O}. Please set the clock.")
        : null;

    private async Task<HealthCheck> CheckAsync(HealthPart part, Func<Task<Bilingual?>> check)
    {
        try
        {
            return await check() is { } finding ? new HealthCheck(part, HealthState.Warning, finding)
                : new HealthCheck(part, HealthState.Ok, null);
        }
        catch (SqliteFileException failed)
        {
            logger.LogError(failed, "The health check {Check} failed", Domain.WireName.Of(part));
            return new HealthCheck(part, HealthState.Failed, failed.Told);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            logger.LogError(failed, "The health check {Check} failed", Domain.WireName.Of(part));
            return new HealthCheck(part, HealthState.Failed, ("详见日志。", "See the log."));
        }
    }
}

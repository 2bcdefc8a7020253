using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Rectify.Domain.Cases;
using Rectify.Office.Assessments;
using Rectify.Office.Audit;
using Rectify.Office.Calendar;
using Rectify.Office.CalendarChanges;
using Rectify.Office.Cases;
using Rectify.Office.Delivery;
using Rectify.Office.Ledger;
using Rectify.Office.Observability;
using Rectify.Office.Openings;
using Rectify.Office.Outbox;
using Rectify.Office.Records;
using Rectify.Office.Upkeep;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Tables.Service;

namespace Rectify.Functions.Orchestrations;

/// <summary>
/// Compares ledger and orchestrations: starts what is missing, replaces what failed, resumes what was suspended, wakes what may have missed
/// a change.
/// </summary>
/// <remarks>
/// A wake-up is lost when the process dies between an entry and the call that announces it. So the first run of a process wakes
/// every orchestration that lives, and each later run those with a step before the next: none finds its step too late.
/// </remarks>
public sealed class Reconcile(
    ILedger ledger, IOutbox outbox, CurrentCalendar calendar, CalendarSweep sweep, IAssessmentStore assessments,
    AssessmentHandler assessmentHandler, DueStepRunner dueStepRunner, OpeningHandler openingHandler, CaseRepository caseRepository,
    OutboxDispatcher outboxDispatcher, YearlyRounds rounds, ILedgerIndex index, LedgerGuard guard, LedgerAudit audit,
    UnreadableAlert alert, Workflows workflows, ReconcileLog log, TimeProvider clock, Signals signals,
    IEnumerable<IStorageRepair> repairs, ILogger<Reconcile> logger)
{
    private const int PageSize = 200;

    /// <summary>A step this much overdue means that its timer did not fire.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>How often every index row is compared with the entries; also at each start.</summary>
    private static readonly TimeSpan AuditInterval = TimeSpan.FromDays(1);

    // Also at every start, so that a listing whose orchestration was not started before a crash does not wait for the full hour.
    [Function("Reconcile")]
    public async Task RunAsync(
        [TimerTrigger("0 0 * * * *", RunOnStartup = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        using var span = Signals.BeginReconcile();
        var started = clock.GetTimestamp();
        await index.AccountAsync(cancellation);
        if (guard.Gap is { } gap)
        {
            signals.Found("gap");
            logger.LogError("{Gap} Nothing is carried out or recorded until the ledger is whole again or accept-ledger was run", gap.Told);
            return;
        }

        // First the storage's own indexes: what follows finds the cases by them.
        var scope = log.Last is null ? RepairScope.Everything : RepairScope.Marked;
        foreach (var repair in repairs)
        {
            if (await repair.RepairAsync(scope, cancellation) is > 0 and var cases)
                logger.LogWarning("The index of {Cases} cases was repaired", cases);
        }

        await calendar.RefreshAsync(cancellation);
        if (log.Audited is not { } audited || clock.GetUtcNow() - audited >= AuditInterval)
        {
            if (await audit.MendAsync(cancellation) is > 0 and var mended)
                logger.LogWarning("Index rows of {Cases} cases were made again from their entries", mended);
            log.Audited = clock.GetUtcNow();
        }

        // An entry whose veto was not opened, or not undone, because the process died in between (V3).
        foreach (var unitId in await assessments.UnitsWithFailuresAsync(cancellation))
            await AloneAsync($"unit {unitId}", () => assessmentHandler.ApplyAsync(workflows.By(durable), unitId, cancellation));

        var broken = new List<UnreadableEntry>();
        var filter = new CaseFilter(null, null, null, clock.GetUtcNow());
        string? continuation = null;
        do
        {
            var slice = await ledger.ListAsync(filter, PageSize, continuation, cancellation);
            foreach (var entry in slice.Items.Where(entry => entry.Status != CaseStatus.Closed))
            {
                if (await AloneAsync($"case {entry.CaseId}", () => CheckAsync(durable, entry, cancellation)) is { } unreadable)
                    broken.Add(new UnreadableEntry(entry, unreadable));
            }

            continuation = slice.Continuation;
        } while (continuation is not null);

        await CheckYearsAsync(durable, cancellation);
        if (log.Last is null) await WakeLivingAsync(durable, cancellation);
        if (broken.Count > 0) await AloneAsync("alert", () => alert.TellAsync(broken, cancellation));
        foreach (var caseId in await outbox.OwnersWithUnsentAsync(cancellation))
            await AloneAsync($"mail of the case {caseId}",
                async () => (await outboxDispatcher.SendAsync(caseId, null, cancellation)).CountIn(signals));
        log.Completed(clock.GetUtcNow());
        signals.Reconciled(clock.GetElapsedTime(started));
    }

    // What goes wrong with one case stops no other. It is counted and logged, and the next run tries it again.
    private async Task<UnreadableCase?> AloneAsync(string what, Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (LedgerFaultException fault)
        {
            signals.Found("unreadable");
            logger.LogError("The {What} was left out: {Reason}", what, fault.Message);
            return (fault as UnreadableCaseException)?.Case;
        }
        catch (Exception failed) when (failed is not (OperationCanceledException or TablesException or SqliteFileException))
        {
            signals.Found("failed");
            logger.LogError(failed, "The {What} was left out", what);
            return null;
        }
    }

    private async Task CheckAsync(DurableTaskClient durable, CaseEntry entry, CancellationToken cancellation)
    {
        if (entry is { Status: CaseStatus.Revoked, NextDueAt: null }) return;
        if (await caseRepository.FindAsync(entry.CaseId, cancellation) is not { } record) return;

        // A listing that was entered while a year was imported, or an import that was cut off (D9).
        await sweep.RecomputeAsync(workflows.By(durable), record, CaseCommandHandler.System, cancellation);

        // A higher rung was opened and the process died before this one knew (S16).
        if (record.State.File is { Opening: Opening.Admonition, FollowedBy: null }
            && await caseRepository.FindAsync(CaseNaming.FollowerOf(entry.CaseId), cancellation) is { } follower)
        {
            await openingHandler.LinkAsync(follower, follower.Stream[0].Actor, cancellation);
            await workflows.WakeAsync(durable, entry.CaseId, [], cancellation);
        }

        // From the case and not from the index: a changed calendar moves reminders without an entry.
        var lateness = clock.GetUtcNow() - Schedule.Of(record.Recorded, calendar.Value).FirstOrDefault()?.DueAt;
        if (lateness > Grace)
        {
            signals.Found("late");
            logger.LogWarning("A step of the case {CaseId} is {Lateness} late", entry.CaseId, lateness);

            // Whatever keeps its orchestration from it (code that does not fit its history, a backend that is away): the step does not wait
            // for that.
            await dueStepRunner.CarryOutCaseAsync(durable, entry.CaseId, cancellation);
        }

        foreach (var expected in Workflows.Of(entry.CaseId, record.State.File.MeasuresInForce))
        {
            var instance = await durable.GetInstanceAsync(expected.InstanceId, cancellation);
            if (instance is null) signals.Found("missing");
            if (await RepairAsync(durable, expected, instance, cancellation) == Repair.ToStart || lateness > -(Interval + Grace))
                await workflows.WakeAsync(durable, expected, cancellation);
        }
    }

    // The yearly cycle has one orchestration for all units, which the first start of an office starts; where the rulebooks know no cycle it
    // has none.
    private async Task CheckYearsAsync(DurableTaskClient durable, CancellationToken cancellation)
    {
        if (!rounds.HasMore()) return;

        var instance = await durable.GetInstanceAsync(Workflows.YearlyCycle.InstanceId, cancellation);
        if (rounds.LastDue() is { } due && clock.GetUtcNow() - due > Grace && instance?.LastUpdatedAt < due)
        {
            signals.Found("late");
            logger.LogWarning("The reminders of the yearly cycle that were due at {Due:u} are late", due);
            await rounds.CarryOutAsync(cancellation);
        }

        if (await RepairAsync(durable, Workflows.YearlyCycle, instance, cancellation) == Repair.ToStart)
            await workflows.WakeAsync(durable, Workflows.YearlyCycle, cancellation);
    }

    // One that has ended makes room for the next; one that was suspended is resumed.
    private async Task<Repair> RepairAsync(DurableTaskClient durable, Expected expected, OrchestrationMetadata? instance,
        CancellationToken cancellation)
    {
        switch (instance?.RuntimeStatus)
        {
            case null:
                return Repair.ToStart;
            case OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated or OrchestrationRuntimeStatus.Completed:
                signals.Found("ended");
                logger.LogWarning("The orchestration {InstanceId} is {Status} and starts anew", expected.InstanceId,
                    instance.RuntimeStatus);
                await durable.PurgeInstanceAsync(expected.InstanceId, cancellation: cancellation);
                return Repair.ToStart;
            case OrchestrationRuntimeStatus.Suspended:
                signals.Found("suspended");
                logger.LogWarning("The orchestration {InstanceId} was suspended, which nothing here asks for, and is resumed",
                    expected.InstanceId);
                await durable.ResumeInstanceAsync(expected.InstanceId, "The ledger expects it to run.", cancellation);
                return Repair.None;
            default:
                return Repair.None;
        }
    }

    private enum Repair
    {
        None,
        ToStart,
    }

    // Whatever the ledger expects: the orchestration of a case that closed unnoticed has to learn of that too.
    private async Task WakeLivingAsync(DurableTaskClient durable, CancellationToken cancellation)
    {
        var living = durable.GetAllInstancesAsync(new OrchestrationQuery { Statuses = [OrchestrationRuntimeStatus.Running] });
        await foreach (var instance in living.WithCancellation(cancellation))
            await workflows.RaiseAsync(durable, instance.InstanceId, cancellation);
    }
}

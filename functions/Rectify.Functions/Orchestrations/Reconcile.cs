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
/// Compares the ledger with the orchestrations once an hour: starts missing ones, replaces failed ones, resumes suspended ones, and wakes
/// those that may have missed a change.
/// </summary>
/// <remarks>
/// A wake-up is lost when the process dies between writing an entry and waking the orchestration. Therefore the first run of a process
/// wakes all running orchestrations, and each later run those with a step before the next run, so that no step is late.
/// </remarks>
public sealed class Reconcile(
    ILedger ledger, IOutbox outbox, CurrentCalendar calendar, CalendarSweep sweep, IAssessmentStore assessments,
    AssessmentHandler assessmentHandler, DueStepRunner dueStepRunner, OpeningHandler openingHandler, CaseRepository caseRepository,
    OutboxDispatcher outboxDispatcher, YearlyRounds rounds, ILedgerIndex index, LedgerGuard guard, LedgerAudit audit,
    UnreadableAlert alert, Workflows workflows, ReconcileLog log, TimeProvider clock, Signals signals,
    IEnumerable<IStorageRepair> repairs, ILogger<Reconcile> logger)
{
    private const int PageSize = 200;

    /// <summary>A step that is overdue by this much was missed by its orchestration.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>How often all index rows are compared with the entries; also done at each start.</summary>
    private static readonly TimeSpan AuditInterval = TimeSpan.FromDays(1);

    // Not at the full hour, when steps fall due: a wake-up would then meet a timer that fires. Runs also at every start, so that a case
    // whose orchestration was not started before a crash does not wait for an hour.
    [Function("Reconcile")]
    public async Task RunAsync(
        [TimerTrigger("0 17 * * * *", RunOnStartup = true)] TimerInfo timer,
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

        // The storage's own indexes are repaired first, because the following steps find the cases by them.
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

        // Opens or undoes a veto that is missing because the process died between the assessment and the veto (V3).
        foreach (var unitId in await assessments.UnitsWithFailuresAsync(cancellation))
            await AloneAsync($"unit {unitId}", () => assessmentHandler.ApplyAsync(workflows.By(durable), unitId, cancellation));

        var broken = new List<UnreadableEntry>();
        var filter = new CaseFilter(null, null, null, clock.GetUtcNow());
        await foreach (var entry in ledger.AllAsync(filter, PageSize, cancellation).Where(entry => entry.Status != CaseStatus.Closed))
        {
            if (await AloneAsync($"case {entry.CaseId}", () => CheckAsync(durable, entry, cancellation)) is { } unreadable)
                broken.Add(new UnreadableEntry(entry, unreadable));
        }

        await CheckYearsAsync(durable, cancellation);
        if (log.Last is null) await WakeLivingAsync(durable, cancellation);
        if (broken.Count > 0) await AloneAsync("alert", () => alert.TellAsync(broken, cancellation));
        foreach (var caseId in await outbox.OwnersWithUnsentAsync(cancellation))
            await AloneAsync($"mail of the case {caseId}",
                async () => (await outboxDispatcher.SendAsync(caseId, null, cancellation)).CountIn(signals));
        log.Completed(clock.GetUtcNow());
        signals.Reconciled(clock.GetElapsedTime(started));
    }

    // An error in one case does not stop the others: it is counted and logged, and the next run tries the case again.
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

        // Recomputes the deadline when the case was entered while a year was imported, or the import was cut off (D9).
        await sweep.RecomputeAsync(workflows.By(durable), record, CaseCommandHandler.System, cancellation);

        // Links the case on the next rung when the process died after opening it and before this case recorded it (S16).
        if (record.State.File is { Opening: Opening.Admonition, FollowedBy: null }
            && await caseRepository.FindAsync(CaseNaming.FollowerOf(entry.CaseId), cancellation) is { } follower)
        {
            await openingHandler.LinkAsync(follower, follower.Stream[0].Actor, cancellation);
            await workflows.WakeAsync(durable, entry.CaseId, [], cancellation);
        }

        // Computed from the case and not from the index, because a changed calendar moves reminders without an entry.
        var lateness = clock.GetUtcNow() - Schedule.Of(record.Recorded, calendar.Value).FirstOrDefault()?.DueAt;
        if (lateness > Grace)
        {
            signals.Found("late");
            logger.LogWarning("A step of the case {CaseId} is {Lateness} late", entry.CaseId, lateness);

            // Carried out here, whatever the reason why the orchestration has not done it (for example code that does not match its
            // history, or a backend that is unavailable).
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

    // Checks the orchestration of the yearly cycle, of which there is one for all units. The first run starts it; when no rulebook has a
    // yearly cycle, there is none.
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

    // Removes an orchestration that has ended, so that it can start anew, and resumes a suspended one.
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

    // Wakes all running orchestrations, also those that the ledger no longer expects, so that they notice the end of their case.
    private async Task WakeLivingAsync(DurableTaskClient durable, CancellationToken cancellation)
    {
        var living = durable.GetAllInstancesAsync(new OrchestrationQuery { Statuses = [OrchestrationRuntimeStatus.Running] });
        await foreach (var instance in living.WithCancellation(cancellation))
            await workflows.RaiseAsync(durable, instance.InstanceId, cancellation);
    }
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;
using Rectify.Office.Assessments;
using Rectify.Office.Audit;
using Rectify.Office.Calendar;
using Rectify.Office.CalendarChanges;
using Rectify.Office.Cases;
using Rectify.Office.Consultations;
using Rectify.Office.Delivery;
using Rectify.Office.Ledger;
using Rectify.Office.Observability;
using Rectify.Office.Openings;
using Rectify.Office.Outbox;
using Rectify.Office.Records;
using Rectify.Office.Rulebooks;
using Rectify.Office.Upkeep;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Tables.Service;

namespace Rectify.Functions.Orchestrations;

/// <summary>
/// Compares the ledger with the orchestrations once an hour: starts missing ones, replaces failed ones, resumes suspended ones, and wakes
/// those that may have missed a change.
/// </summary>
/// <remarks>
/// A wake-up is lost when the process dies between writing an entry and waking the orchestration. What is stored shows it: the
/// orchestration has made no turn since the entry, or runs although its case has ended. Those are woken, and those with a step before the
/// next run, so that no step is late. All of them are woken only when no run is on record. That the process is new is no reason: on Azure
/// the timer may find itself in a new instance every hour.
/// </remarks>
public sealed class Reconcile(
    ILedger ledger, IOutbox outbox, CurrentCalendar calendar, CalendarSweep sweep, IAssessmentStore assessments,
    AssessmentHandler assessmentHandler, DueStepRunner dueStepRunner, OpeningHandler openingHandler, CaseRepository caseRepository,
    OutboxDispatcher outboxDispatcher, LivingReplies livingReplies,
    ConsultationRequests consultationRequests, YearlyRounds rounds, ILedgerIndex index, LedgerGuard guard,
    LedgerAudit audit, UnreadableAlert alert, CurrentRulebooks rulebooks, Workflows workflows, OrchestrationRepair repair, ReconcileLog log,
    TimeProvider clock, Signals signals, IEnumerable<IStorageRepair> repairs, ILogger<Reconcile> logger, FirstRun? firstRun = null)
{
    private const int PageSize = 200;

    /// <summary>A step that is overdue by this much was missed by its orchestration.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>How often all index rows are compared with the entries.</summary>
    private static readonly TimeSpan AuditInterval = TimeSpan.FromDays(1);

    // What this run had to mend, and which orchestrations it found to be right. An instance of this class serves one run.
    private readonly Dictionary<string, int> findings = [];
    private readonly HashSet<string> expectedInstances = [];

    /// <summary>The function's name.</summary>
    public const string Name = "Reconcile";

    // Not at the full hour, when steps fall due: a wake-up would then meet a timer that fires. Rectify.Server runs it at its start too.
    [Function(Name)]
    public async Task RunAsync(
        [TimerTrigger("0 17 * * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        using var span = Signals.BeginReconcile();
        var (started, startedAt) = (clock.GetTimestamp(), clock.GetUtcNow());
        await index.AccountAsync(cancellation);
        if (guard.Gap is { } gap)
        {
            Found("gap");
            logger.LogError("{Gap} Nothing is carried out or recorded until the ledger is whole again or accept-ledger was run", gap.Told);
            return;
        }

        var last = await log.FindAsync(cancellation);
        var isThorough = firstRun?.IsPending == true || last is null;
        var auditedAt = isThorough || startedAt - last!.AuditedAt >= AuditInterval ? startedAt : last!.AuditedAt;

        // The storage's own indexes are repaired first, because the following steps find the cases by them.
        var scope = auditedAt == startedAt ? RepairScope.Everything : RepairScope.Marked;
        foreach (var storage in repairs)
        {
            if (await storage.RepairAsync(scope, cancellation) is > 0 and var cases)
                logger.LogWarning("The index of {Cases} cases was repaired", cases);
        }

        await calendar.RefreshAsync(cancellation);
        await rulebooks.RefreshAsync(cancellation);
        if (auditedAt == startedAt && await audit.MendAsync(cancellation) is > 0 and var mended)
            logger.LogWarning("Index rows of {Cases} cases were made again from their entries", mended);

        // Opens or undoes a veto that is missing because the process died between the assessment and the veto (V3).
        foreach (var unitId in await assessments.UnitsWithFailuresAsync(cancellation))
            await AloneAsync($"unit {unitId}", () => assessmentHandler.ApplyAsync(workflows.By(durable), unitId, cancellation));

        var broken = new List<UnreadableEntry>();
        var filter = new CaseFilter(null, null, null, clock.GetUtcNow());
        await foreach (var entry in ledger.AllAsync(filter, PageSize, cancellation).Where(entry => entry.Status != CaseStatus.Closed))
        {
            if (await AloneAsync($"case {entry.CaseId}", () => CheckAsync(durable, entry, cancellation)) is { } unreadable)
            {
                broken.Add(new UnreadableEntry(entry, unreadable));
                expectedInstances.UnionWith(Workflows.Of(entry.CaseId, Enum.GetValues<Measure>()).Select(one => one.InstanceId));
            }
        }

        await CheckYearsAsync(durable, cancellation);
        if (isThorough) await repair.WakeAllAsync(durable, cancellation);
        else await repair.WakeUnexpectedAsync(durable, expectedInstances, cancellation);
        if (broken.Count > 0) await AloneAsync("alert", () => alert.TellAsync(broken, cancellation));
        await AloneAsync("consultations that were decided", async () =>
        {
            if (await consultationRequests.FinishAsync(cancellation) is > 0 and var left)
                logger.LogError("{Left} replies that an officer has issued cannot be given yet", left);
        });
        if (auditedAt == startedAt) await AloneAsync("valid replies", () => livingReplies.CheckAllAsync(cancellation));
        foreach (var caseId in await outbox.OwnersWithUnsentAsync(cancellation))
            await AloneAsync($"mail of the case {caseId}",
                async () => (await outboxDispatcher.SendAsync(caseId, null, cancellation)).CountIn(signals));
        var unreadableIds = broken.Take(ReconcileRecord.MostUnreadable).Select(one => one.Entry.CaseId.Value);
        await log.RecordAsync(
            new ReconcileRecord(startedAt, clock.GetUtcNow(), auditedAt, findings, [.. unreadableIds]), cancellation);
        firstRun?.Complete();
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
            Found("unreadable");
            logger.LogError("The {What} was left out: {Reason}", what, fault.Message);
            return (fault as UnreadableCaseException)?.Case;
        }
        catch (Exception failed) when (failed is not (OperationCanceledException or TablesException or SqliteFileException))
        {
            Found("failed");
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
            Found("late");
            logger.LogWarning("A step of the case {CaseId} is {Lateness} late", entry.CaseId, lateness);

            // Carried out here, whatever the reason why the orchestration has not done it (for example code that does not match its
            // history, or a backend that is unavailable).
            await dueStepRunner.CarryOutCaseAsync(durable, entry.CaseId, cancellation);
        }

        foreach (var expected in Workflows.Of(entry.CaseId, record.State.File.MeasuresInForce))
        {
            expectedInstances.Add(expected.InstanceId);
            var instance = await durable.GetInstanceAsync(expected.InstanceId, cancellation);
            var hasMissedAnEntry = instance?.LastUpdatedAt < record.Stream[^1].At;
            if (await MendAsync(durable, expected, instance, cancellation) || hasMissedAnEntry || lateness > -(Interval + Grace))
                await workflows.WakeAsync(durable, expected, cancellation);
        }
    }

    // Checks the orchestration of the yearly cycle, of which there is one for all units. The first run starts it; when no rulebook has a
    // yearly cycle, there is none.
    private async Task CheckYearsAsync(DurableTaskClient durable, CancellationToken cancellation)
    {
        if (!rounds.HasMore()) return;

        expectedInstances.Add(Workflows.YearlyCycle.InstanceId);
        var instance = await durable.GetInstanceAsync(Workflows.YearlyCycle.InstanceId, cancellation);
        if (rounds.LastDue() is { } due && clock.GetUtcNow() - due > Grace && instance?.LastUpdatedAt < due)
        {
            Found("late");
            logger.LogWarning("The reminders of the yearly cycle that were due at {Due:u} are late", due);
            await rounds.CarryOutAsync(cancellation);
        }

        if (await MendAsync(durable, Workflows.YearlyCycle, instance, cancellation))
            await workflows.WakeAsync(durable, Workflows.YearlyCycle, cancellation);
    }

    private async Task<bool> MendAsync(
        DurableTaskClient durable, Expected expected, OrchestrationMetadata? instance, CancellationToken cancellation)
    {
        var (toStart, finding) = await repair.MendAsync(durable, expected, instance, cancellation);
        // The yearly cycle has no entry that opens it: the first run starts it, and nothing was wrong.
        if (finding is not null && !(finding == "missing" && expected == Workflows.YearlyCycle)) Found(finding);
        return toStart;
    }

    private void Found(string finding)
    {
        signals.Found(finding);
        findings[finding] = findings.GetValueOrDefault(finding) + 1;
    }
}

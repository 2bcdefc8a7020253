using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Consultations;
using Rectify.Office.Delivery;
using Rectify.Office.Ledger;
using Rectify.Office.Observability;
using Rectify.Office.Upkeep;

namespace Rectify.Functions.Orchestrations;

/// <summary>Carries out the due steps of a case, sends its mails, and says when to look at the case again.</summary>
public sealed class DueStepRunner(
    CaseCommandHandler commandHandler, OutboxDispatcher outboxDispatcher, Workflows workflows, CurrentCalendar calendar, TimeProvider clock,
    Signals signals, LedgerGuard guard, LivingReplies livingReplies, ILogger<DueStepRunner> logger)
{
    /// <summary>How long an orchestration waits before it tries an unreadable case again.</summary>
    private static readonly TimeSpan UnreadablePause = TimeSpan.FromHours(1);

    /// <summary>Runs for the orchestration of the case, which ends when the case has no further step and no mail to send.</summary>
    public Task<Plan> CarryOutCaseAsync(DurableTaskClient durable, CaseId caseId, CancellationToken cancellation) =>
        IfReadableAsync(caseId, () => CarryOutReadableCaseAsync(durable, caseId, cancellation));

    private async Task<Plan> CarryOutReadableCaseAsync(DurableTaskClient durable, CaseId caseId, CancellationToken cancellation)
    {
        var (record, _, dispatchResult) = await CarryOutAsync(durable, caseId, $"case-{caseId}", cancellation);
        if (record is null) return new Plan(Ended: true, WakeAt: null);

        var resend = ResendAt(dispatchResult);
        return new Plan(resend is null && IsOver(record.State), Earlier(NextOf(record.State, null), resend));
    }

    /// <summary>Runs for the orchestration of a measure's term, which ends when no sanction of the measure is in force any more.</summary>
    public Task<Plan> CarryOutTermAsync(DurableTaskClient durable, CaseId caseId, Measure measure, CancellationToken cancellation) =>
        IfReadableAsync(caseId, () => CarryOutReadableTermAsync(durable, caseId, measure, cancellation));

    private async Task<Plan> CarryOutReadableTermAsync(DurableTaskClient durable, CaseId caseId, Measure measure,
        CancellationToken cancellation)
    {
        var instanceId = Workflows.Of(caseId, [measure])[1].InstanceId;
        var (record, recorded, dispatchResult) = await CarryOutAsync(durable, caseId, instanceId, cancellation);
        if (record is null) return new Plan(Ended: true, WakeAt: null);
        if (!record.State.File.MeasuresInForce.Contains(measure))
        {
            // Wakes the case when an earlier attempt may have recorded the end and died before it woke the case, which may wait only for
            // that; and when mails could not be sent, since this orchestration ends and cannot send them later.
            if (recorded.Count == 0 || dispatchResult.RetryAfter is not null) await workflows.WakeAsync(durable, caseId, [], cancellation);
            return new Plan(Ended: true, WakeAt: null);
        }

        return new Plan(Ended: false, Earlier(NextOf(record.State, measure), ResendAt(dispatchResult)));
    }

    // When the case cannot be read, the orchestration neither fails nor ends: it waits, and continues when a version is deployed that can
    // read the case.
    private async Task<Plan> IfReadableAsync(CaseId caseId, Func<Task<Plan>> carryOut)
    {
        try
        {
            return await carryOut();
        }
        catch (LedgerFaultException fault)
        {
            // Only information here, because Reconcile logs it as an error, once an hour for each case.
            logger.LogInformation("Nothing can be carried out in the case {CaseId}: {Reason}", caseId, fault.Message);
            return new Plan(Ended: false, clock.GetUtcNow() + UnreadablePause);
        }
    }

    private async Task<(CaseRecord? Record, IReadOnlyList<StoredEvent> Recorded, DispatchResult Post)> CarryOutAsync(
        DurableTaskClient durable, CaseId caseId, string self, CancellationToken cancellation)
    {
        using var span = Signals.Begin("carry out", caseId);
        if (await commandHandler.ExecuteAsync(caseId, new CaseCommand.CarryOutDue(), CaseCommandHandler.System, null, cancellation)
            is not CommandOutcome.Done(var record, var recorded))
        {
            // An orchestration is started after the entry that opens its case. A ledger without that entry was replaced by an older copy.
            if (await durable.GetInstanceAsync(self, cancellation) is { CreatedAt: var startedAt }) guard.ReportUnknownCase(startedAt);
            logger.LogError("The case {CaseId} has an orchestration and no entry in the ledger", caseId);
            return (null, [], default!);
        }

        // Mails are sent before other orchestrations are woken, so that these do not try to send them too.
        var dispatchResult = await outboxDispatcher.SendAsync(caseId, record, cancellation);
        dispatchResult.CountIn(signals);

        // Every change of a case wakes its orchestration, and so comes by here.
        await CheckRepliesAsync(record, cancellation);
        if (recorded.Count == 0) return (record, recorded, dispatchResult);

        foreach (var concerned in Concerned(record, recorded).Where(expected => expected.InstanceId != self))
            await workflows.WakeAsync(durable, concerned, cancellation);
        return (record, recorded, dispatchResult);
    }

    // A reply that cannot be read stops no case. Reconcile checks every valid reply once a day, and says what fails.
    private async Task CheckRepliesAsync(CaseRecord record, CancellationToken cancellation)
    {
        try
        {
            foreach (var owner in await livingReplies.CheckAsync(record, cancellation))
                (await outboxDispatcher.SendAsync(owner, null, cancellation)).CountIn(signals);
        }
        catch (Exception failed) when (failed is LedgerFaultException or System.Text.Json.JsonException or NotSupportedException
            or InvalidOperationException or KeyNotFoundException)
        {
            logger.LogError(failed, "Which valid replies the case {CaseId} overtakes could not be found out", record.CaseId);
        }
    }

    // The orchestrations to wake. Each sleeps until the step that was its next when it last ran. It must be woken for an earlier step, a
    // new measure, and the end of the case; any other change it sees when it wakes by itself. A reminder therefore wakes no other
    // orchestration.
    private IEnumerable<Expected> Concerned(CaseRecord record, IReadOnlyList<StoredEvent> recorded)
    {
        var before = Evolution.Fold(record.Stream.SkipLast(recorded.Count).Select(entry => entry.Event));
        Measure?[] whose = [null, .. record.State.File.MeasuresInForce];
        return Workflows.Of(record.CaseId, record.State.File.MeasuresInForce).Zip(whose, (expected, measure) => (expected, measure))
            .Where(one => IsNews(before, record.State, one.measure))
            .Select(one => one.expected);
    }

    private bool IsNews(CaseState before, CaseState.Opened after, Measure? measure) => measure is { } term
        ? (before as CaseState.Opened)?.File.MeasuresInForce.Contains(term) != true || ComesSooner(before, after, term)
        : (IsOver(after) && !IsOver(before)) || ComesSooner(before, after, null);

    private bool ComesSooner(CaseState before, CaseState.Opened after, Measure? measure) =>
        NextOf(after, measure) is { } next && !(NextOf(before, measure) <= next);

    private bool IsOver(CaseState state) =>
        state is (CaseState.Closed or CaseState.Revoked) && Schedule.Of(state, calendar.Value).Count == 0;

    private DateTimeOffset? NextOf(CaseState state, Measure? measure) =>
        Schedule.Of(state, calendar.Value).FirstOrDefault(step => MeasureOf(step) == measure)?.DueAt;

    private DateTimeOffset? ResendAt(DispatchResult dispatchResult) =>
        dispatchResult.RetryAfter is { } delay ? clock.GetUtcNow() + delay : null;

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    private static Measure? MeasureOf(Step step) => step switch
    {
        Step.EndSanctions end => end.Measure,
        Step.Remind { Reminder.Measure: { } measure } => measure,
        _ => null,
    };
}

using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Functions.Calendar;
using Rectify.Functions.Notices;
using Rectify.Functions.Observability;

namespace Rectify.Functions.Cases;

/// <summary>Carries out what has fallen due in a case, sends its mail, and says when to look again.</summary>
internal sealed class Caretaker(
    CaseDesk desk, PostRoom postRoom, Workflows workflows, CurrentCalendar calendar, TimeProvider clock,
    Signals signals, ILogger<Caretaker> logger)
{
    /// <summary>For the orchestration of the case: it ends when the case has nothing left to do and no mail to send.</summary>
    public async Task<Plan> CarryOutCaseAsync(DurableTaskClient durable, CaseId caseId, CancellationToken cancellation)
    {
        var (record, _, post) = await CarryOutAsync(durable, caseId, $"case-{caseId}", cancellation);
        if (record is null) return new Plan(Ended: true, WakeAt: null);

        var steps = Schedule.Of(record.State, calendar.Value);
        var resend = post.RetryAfter is { } delay ? clock.GetUtcNow() + delay : (DateTimeOffset?)null;
        var ended = steps.Count == 0 && resend is null && record.State is (CaseState.Closed or CaseState.Revoked);
        DateTimeOffset?[] wakeUps = [steps.FirstOrDefault(step => MeasureOf(step) is null)?.DueAt, resend];
        return new Plan(ended, wakeUps.Min());
    }

    /// <summary>For the orchestration of a measure's term: it ends when no sanction of the measure runs any more.</summary>
    public async Task<Plan> CarryOutTermAsync(DurableTaskClient durable, CaseId caseId, Measure measure, CancellationToken cancellation)
    {
        var instanceId = Workflows.Of(caseId, [measure])[1].InstanceId;
        var (record, recorded, _) = await CarryOutAsync(durable, caseId, instanceId, cancellation);
        if (record is null) return new Plan(Ended: true, WakeAt: null);
        if (!record.State.File.MeasuresInForce.Contains(measure))
        {
            // An attempt before this one may have recorded the end and been lost before it woke the case, which may wait for nothing else.
            if (recorded.Count == 0) await workflows.WakeAsync(durable, caseId, [], cancellation);
            return new Plan(Ended: true, WakeAt: null);
        }

        return new Plan(Ended: false, Schedule.Of(record.State, calendar.Value).FirstOrDefault(step => MeasureOf(step) == measure)?.DueAt);
    }

    private async Task<(CaseRecord? Record, IReadOnlyList<StoredEvent> Recorded, PostResult Post)> CarryOutAsync(
        DurableTaskClient durable, CaseId caseId, string self, CancellationToken cancellation)
    {
        using var span = Signals.Begin("carry out", caseId);
        if (await desk.ExecuteAsync(caseId, new CaseCommand.CarryOutDue(), CaseDesk.System, null, cancellation)
            is not DeskAnswer.Done(var record, var recorded))
        {
            logger.LogError("The case {CaseId} has an orchestration and no entry in the ledger", caseId);
            return (null, [], default!);
        }

        // Mail goes out before anybody is woken, so that whoever looks next finds it sent.
        var post = await postRoom.SendAsync(caseId, cancellation);
        signals.Posted(post);
        if (recorded.Count > 0) await workflows.WakeAsync(durable, caseId, record.State.File.MeasuresInForce, cancellation, except: self);
        return (record, recorded, post);
    }

    private static Measure? MeasureOf(Step step) => step switch
    {
        Step.EndSanctions end => end.Measure,
        Step.Remind { Reminder.Measure: { } measure } => measure,
        _ => null,
    };
}

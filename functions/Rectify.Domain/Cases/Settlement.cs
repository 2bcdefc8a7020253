using System.Diagnostics;

namespace Rectify.Domain.Cases;

/// <summary>Carries out what has fallen due: the one place where time itself changes a case.</summary>
/// <remarks>
/// An answer about a case is given from the settled state, so that it is right even if no timer ever fired; a command is
/// decided on the settled state, so that it can never overtake a deadline that has passed.
/// </remarks>
public static class Settlement
{
    /// <summary>The events of every step that has fallen due, in order; empty when there is none.</summary>
    public static IReadOnlyList<CaseEvent> Due(CaseState state, DecisionContext context)
    {
        var events = new List<CaseEvent>();
        while (Schedule.Of(state, context.Calendar) is [var next, ..] && next.DueAt <= context.Now)
        {
            var carriedOut = CarryOut(next, (CaseState.Opened)state, context);
            events.AddRange(carriedOut);
            state = Evolution.Fold(state, carriedOut);
        }

        return events;
    }

    /// <summary>The state as it is at the context's instant, whether or not any timer has fired.</summary>
    public static CaseState Settle(CaseState state, DecisionContext context) => Evolution.Fold(state, Due(state, context));

    private static IReadOnlyList<CaseEvent> CarryOut(Step step, CaseState.Opened state, DecisionContext context) => step switch
    {
        Step.Remind remind when remind.Day < context.Today => [new CaseEvent.ReminderSkipped(remind.Reminder)],
        Step.Remind remind => [new CaseEvent.ReminderDue(remind.Reminder)],
        Step.Expire => Expired((CaseState.Listed)state, context),
        Step.EndSanctions end => [new CaseEvent.SanctionExpired(end.Measure, end.LastDay)],
        Step.Close => [new CaseEvent.CaseClosed()],
        _ => throw new UnreachableException(step.Name),
    };

    // By a corrected day the deadline may lie before an inspection that failed; the report waited for it meanwhile.
    private static IReadOnlyList<CaseEvent> Expired(CaseState.Listed state, DecisionContext context) =>
        state.File.Submissions.FoundWantingAfter(state.Rectification.Deadline.Effective) is { } inspectedOn
            ? Consequence.OfMissedDeadline(state, MissedBy.Inspection, context, inspectedOn)
            : Consequence.OfMissedDeadline(state, MissedBy.Time, context);
}

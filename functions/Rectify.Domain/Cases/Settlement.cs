using System.Diagnostics;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

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

    /// <summary>The veto that follows from a missed deadline (S2, S7): from the effective deadline, for the unit and the leaders listed.</summary>
    internal static IReadOnlyList<CaseEvent> Escalate(CaseFile file, DecisionContext context)
    {
        var deadline = file.Deadline.Effective;
        var rule = file.Rulebook.Veto;
        var term = SanctionTerm.Of(deadline, rule.SanctionMonths);
        return
        [
            new CaseEvent.DeadlineMissed(deadline),
            new CaseEvent.VetoImposed(VetoGround.DeadlineMissed, term, rule.Source),
            .. Impose(Measure.Veto, term, file.Opening, context.CaseId),
        ];
    }

    /// <summary>One sanction for the unit and one for each leader, all with the same interval.</summary>
    internal static IEnumerable<CaseEvent> Impose(Measure measure, DayInterval term, CaseEvent.UnitListed opening, CaseId caseId)
    {
        var subjects = CaseFile.Of(opening).Subjects.ToList();
        return subjects.Select((subject, index) => new CaseEvent.SanctionImposed(new Sanction(
            new SanctionId($"{caseId}-{(measure == Measure.Listing ? "L" : "V")}{index}"),
            subject,
            subject is Subject.Unit ? Bars.Honour : Bars.AwardAndPromotion,
            measure,
            term)));
    }

    private static IReadOnlyList<CaseEvent> CarryOut(Step step, CaseState.Opened state, DecisionContext context) => step switch
    {
        Step.Remind remind when remind.Day < context.Today => [new CaseEvent.ReminderSkipped(remind.Reminder)],
        Step.Remind remind => [new CaseEvent.ReminderDue(remind.Reminder)],
        Step.Expire => Escalate(state.File, context),
        Step.EndSanctions end => [new CaseEvent.SanctionExpired(end.Measure, end.LastDay)],
        Step.Close => [new CaseEvent.CaseClosed()],
        _ => throw new UnreachableException(step.Name),
    };
}

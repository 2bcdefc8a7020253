using Rectify.Domain.Calendar;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>What the rules compute from a corrected day or period, or why they cannot.</summary>
/// <param name="Deadlines">The deadlines of the clock; null where no period is corrected.</param>
/// <param name="VetoTerm">The days of a veto without a listing; null where they stay.</param>
/// <param name="Refusal">Why the correction is refused; null when it is not.</param>
internal sealed record CorrectedDates(IReadOnlyList<Deadline>? Deadlines, DayInterval? VetoTerm, Rejection? Refusal)
{
    private static readonly CorrectedDates Unchanged = new(null, null, null);

    public static CorrectedDates Of(OpeningCorrection? fields, CaseState.Opened state, DecisionContext context)
    {
        if (fields is { EventOn: { } happened } && CoveredDay.Refuse("eventOn", happened, context.Calendar) is { } early)
            return Refused(early);

        var (measured, before) = (fields?.BeganOn ?? state.File.Opening.BeganOn, state.File.Deadline);
        if (fields is not { MovesDates: true })
            return OpeningLimits.RefuseReportDay(fields?.ReportDueOn, measured, before) is { } report ? Refused(report) : Unchanged;

        var opening = state.File.Opening.With(
            new CaseEvent.CaseCorrected(context.Today, null, null, null, "", "") { Opening = fields });
        var dates = opening is Opening.DirectVeto { Entry: var veto } ? OfVeto(veto, state, context) : OfPeriod(opening, state, context);
        return dates.Refusal is null
            && OpeningLimits.RefuseReportDay(opening.ReportDueOn, measured, dates.Deadlines?[^1] ?? before) is { } outside
            ? Refused(outside)
            : dates;
    }

    private static CorrectedDates OfVeto(CaseEvent.VetoCaseOpened opening, CaseState.Opened state, DecisionContext context)
    {
        if (state.File.Veto is not { } veto || opening.Ground == VetoGround.TwoYearAssessment)
            return Refused(Rejection.Conflict("on", CorrectionMessages.DaysOfProposal));
        if (CoveredDay.Refuse("on", opening.OpenedOn, context.Calendar) is { } uncovered) return Refused(uncovered);
        if (opening.OpenedOn > context.Today)
            return Refused(Rejection.Rule("on", CorrectionMessages.DayTooLate.With(context.Today, opening.OpenedOn)));
        if (opening.EventOn > opening.OpenedOn)
            return Refused(Rejection.Rule("eventOn", VetoMessages.EventAfterDecision.With(opening.OpenedOn, opening.EventOn.Value)));

        // A veto that was proposed counts from its decision and not from the day of the proposal.
        var decidedOn = opening.ProposedBy is null ? opening.OpenedOn : veto.DecidedOn ?? opening.OpenedOn;
        var from = opening.Ground == VetoGround.GraveHarm ? opening.EventOn ?? decidedOn : decidedOn;
        var term = opening.Rulebook.Veto!.Length.From(from);
        if (term.To < decidedOn)
        {
            return Refused(Rejection.Rule(
                "eventOn", VetoMessages.NothingLeft.With(from, term.To, decidedOn, opening.Rulebook.DirectVeto!.EventSource)));
        }

        return term == veto.Term ? Unchanged : new CorrectedDates(null, term, null);
    }

    private static CorrectedDates OfPeriod(Opening opening, CaseState.Opened state, DecisionContext context)
    {
        var (rulebook, latest) = (opening.Rulebook, context.Today.AddDays(opening.Rulebook.Backdating.MaxDaysAhead));
        if (CoveredDay.Refuse("on", opening.BeganOn, context.Calendar) is { } uncovered) return Refused(uncovered);
        if (opening.BeganOn > latest)
            return Refused(Rejection.Rule("on", CorrectionMessages.DayTooLate.With(latest, opening.BeganOn)));

        var start = new PeriodStart("on", opening.Rung, opening.BeganOn, opening.ReceivedOn, opening.EventOn);
        if (start.RefuseAnchors(rulebook, context) is { } wrongAnchor) return Refused(wrongAnchor);
        // A day from which nothing counts moves nothing.
        var stands = state.File.Opening;
        if ((opening.BeganOn, opening.PeriodFrom) == (stands.BeganOn, stands.PeriodFrom) && opening.Period == stands.Period)
            return Unchanged;

        // The corrected deadline may have passed: then what follows from it falls due at once.
        var (first, refusal) = start.DeadlineOf(
            opening.Period!, rulebook, context with { Now = LocalDay.At(opening.BeganOn, TimeOnly.MinValue) });
        return refusal is not null ? Refused(refusal) : Counted(opening, first!, state, context);
    }

    private static CorrectedDates Counted(Opening opening, Deadline first, CaseState.Opened state, DecisionContext context)
    {
        var missed = Withdrawal.OfMissedDeadline(state.File);
        if (missed?.Decided is not null) return Refused(Rejection.Conflict("period", CorrectionMessages.DecidedOnDeadline));

        var start = missed?.State ?? state;
        var moves = ClockReplay.MovesOf(start.File.History?.Entries ?? []);
        // The office let the case go on after an earlier deadline: that too was decided on the ground of what is to be corrected.
        if (moves.Any(move => move is CaseEvent.ListingContinued or CaseEvent.RungContinued or CaseEvent.UrgingIssued))
            return Refused(Rejection.Conflict("period", CorrectionMessages.DecidedOnDeadline));
        if (moves.OfType<CaseEvent.ClockResumed>().Any()
            && Pause.Refusal(first, opening.BeganOn, moves.OfType<CaseEvent.ClockResumed>().Max(move => move.ResumedOn)) is { } tooLong)
            return Refused(Rejection.Rule("period", tooLong));

        var deadlines = ClockReplay.Deadlines(start.File, opening, first, moves, context.Calendar);
        if (deadlines.FirstOrDefault(deadline => deadline.Effective <= opening.BeganOn) is { } before)
            return Refused(Rejection.Rule("on", OpeningMessages.DeadlineBeforeListing.With(opening.BeganOn, before.Effective)));
        if (ClockReplay.Refuse(start.File, opening, moves, deadlines) is { } wrongMove) return Refused(wrongMove);
        var clock = ClockReplay.Clock(start.File, opening, moves, deadlines);
        var last = (start.File with { Opening = opening, Rectification = clock }).ApplicationsUntil(context.Calendar)
            ?? clock.Deadline.Effective;
        var reports = start.File.Submissions.HandedIn;
        if (reports.Any(day => day < opening.BeganOn))
            return Refused(Rejection.Conflict("on", CorrectionMessages.ReportBefore.With(reports.Min())));
        return start.File.Submissions.Unjudged is [var submittedOn, ..] && submittedOn > last
            ? Refused(Rejection.Conflict("period", CorrectionMessages.ReportAfter.With(submittedOn, last)))
            : new CorrectedDates(deadlines, null, null);
    }

    private static CorrectedDates Refused(Rejection refusal) => new(null, null, refusal);
}

using System.Diagnostics;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>整改、验收: decides on the reports that the unit hands in and on the inspections of the supervising office (S8, S9).</summary>
internal static class RectificationDecision
{
    public static Decision Submit(CaseCommand.SubmitRectification command, CaseState.Rectifying state, DecisionContext context)
    {
        var submittedOn = command.SubmittedOn ?? context.Today;
        if (OutOfRange("submittedOn", submittedOn, state.Rectification.ListedOn, context) is { } refusal) return refusal;
        if (!state.File.Submissions.WouldAwait(submittedOn)) return Judged(submittedOn, state.File.Submissions);

        return Decision.Accept(new CaseEvent.RectificationSubmitted(submittedOn, command.Summary, command.Evidence));
    }

    /// <summary>
    /// Decides on another report while one awaits its inspection: the office enters reports that came in on paper, in any order (S8).
    /// </summary>
    public static Decision SubmitFurther(CaseCommand.SubmitRectification command, CaseState.AwaitingInspection state,
        DecisionContext context)
    {
        var (submittedOn, deadline, submissions) =
            (command.SubmittedOn ?? context.Today, state.Rectification.Deadline.Effective, state.File.Submissions);
        if (command.By != EnteredBy.Office)
            return Rejection.Conflict("status", RectificationMessages.ReportAwaits.With(state.SubmittedOn));
        if (OutOfRange("submittedOn", submittedOn, state.Rectification.ListedOn, context) is { } refusal) return refusal;
        if (submittedOn > (state.File.ApplicationsUntil(context.Calendar) ?? deadline))
            return Rejection.Rule("submittedOn", RectificationMessages.ReportAfterDeadline.With(deadline, submittedOn, state.SubmittedOn));
        if (submissions.Unjudged.Contains(submittedOn))
            return Rejection.Conflict("submittedOn", RectificationMessages.ReportAwaitsAlready.With(submittedOn));
        return submissions.WouldAwait(submittedOn)
            ? Decision.Accept(new CaseEvent.FurtherSubmissionEntered(submittedOn, context.Today, command.Summary, command.Evidence))
            : Judged(submittedOn, submissions);
    }

    /// <summary>The refusal of a report that an inspection has judged already: entering it would change nothing.</summary>
    public static Rejection Judged(DateOnly submittedOn, Submissions submissions) => Rejection.Conflict(
        "submittedOn", RectificationMessages.ReportJudged.With(submittedOn, submissions.LastFailed));

    public static Decision Pass(CaseCommand.PassInspection command, CaseState.AwaitingInspection state, DecisionContext context)
    {
        var inspectedOn = command.InspectedOn ?? context.Today;
        if (OutOfRange("inspectedOn", inspectedOn, state.SubmittedOn, context) is { } refusal) return refusal;
        if (state.File.Opening is Opening.Admonition)
        {
            return command.DocumentNumber is null
                ? Decision.Accept(new CaseEvent.RungFulfilled(inspectedOn, command.Remarks))
                : Rejection.Rule("documentNumber", RectificationMessages.NotARelease.With(state.File.Rung, command.DocumentNumber));
        }

        if (command.DocumentNumber == state.File.Opening.DocumentNumber)
            return Rejection.Conflict("documentNumber", RectificationMessages.NumberOfTheListing.With(command.DocumentNumber));

        return Decision.Accept([new CaseEvent.InspectionPassed(inspectedOn, command.Remarks, command.DocumentNumber),
            .. Consequence.EndOfListing(state.File, inspectedOn)]);
    }

    public static Decision Fail(CaseCommand.FailInspection command, CaseState.AwaitingInspection state, DecisionContext context)
    {
        var inspectedOn = command.InspectedOn ?? context.Today;
        if (OutOfRange("inspectedOn", inspectedOn, state.SubmittedOn, context) is { } refusal) return refusal;

        var failed = new CaseEvent.InspectionFailed(inspectedOn, command.Remarks);
        return inspectedOn <= state.Rectification.Deadline.Effective ? InTime(command, inspectedOn, state) : command.IfLate switch
        {
            IfFailedLate.Escalate =>
                Decision.Accept([failed, .. Consequence.OfMissedDeadline(state, MissedBy.Inspection, context, inspectedOn)]),
            IfFailedLate.ContinueUntil(var newDueOn) when newDueOn <= context.Today =>
                Rejection.Rule("newDueOn", RectificationMessages.NewDeadlinePast.With(context.Today, newDueOn)),
            IfFailedLate.ContinueUntil(var newDueOn) when newDueOn > context.Today.AddMonths(state.File.Rulebook.LongestPeriod) =>
                TooFar(newDueOn, state.File.Rulebook, context),
            IfFailedLate.ContinueUntil(var newDueOn) => Decision.Accept(
                failed, Continued(state, Deadline.Of(context.Today, new Period.Until(newDueOn), context.Calendar), context.Today)),
            _ => throw new UnreachableException(command.IfLate.GetType().Name),
        };
    }

    // The day of the inspection decides, not the day of its entry: after an inspection that failed within the period, the rest of the
    // period remains (S8).
    private static Decision InTime(CaseCommand.FailInspection command, DateOnly inspectedOn, CaseState.AwaitingInspection state)
    {
        var deadline = state.Rectification.Deadline.Effective;
        if (command.IfLate is IfFailedLate.ContinueUntil(var newDueOn))
            return Rejection.Rule("newDueOn", RectificationMessages.PeriodStillRunning.With(deadline, inspectedOn, newDueOn));

        return Decision.Accept(state.File.Submissions.WithFailed(inspectedOn).Unjudged.Count > 0
            ? new CaseEvent.EarlierInspectionFailed(inspectedOn, command.Remarks)
            : new CaseEvent.InspectionFailed(inspectedOn, command.Remarks));
    }

    // A listing that continues gets a new period, and the rulebook limits the length of every period.
    private static Rejection TooFar(DateOnly newDueOn, Rulebook rulebook, DecisionContext context) => Rejection.Rule(
        "newDueOn",
        RectificationMessages.NewDeadlineTooFar.With(
            rulebook.LongestPeriod, context.Today, context.Today.AddMonths(rulebook.LongestPeriod),
            rulebook.Id, newDueOn, Period.Months.Max));

    private static CaseEvent Continued(CaseState.Listed state, Deadline deadline, DateOnly today) =>
        state.File.Opening is Opening.Admonition
        ? new CaseEvent.RungContinued(today, state.Rectification.Deadline, deadline)
        : new CaseEvent.ListingContinued(today, state.Rectification.Deadline, deadline);

    private static Rejection? OutOfRange(string member, DateOnly day, DateOnly earliest, DecisionContext context) =>
        day >= earliest && day <= context.Today
            ? null
            : Rejection.Rule(member, RectificationMessages.DayOutOfRange.With(member, earliest, context.Today, day));
}

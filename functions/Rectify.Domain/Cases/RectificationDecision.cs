using System.Diagnostics;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>整改、验收: the unit submits, the supervising office inspects (S8, S9).</summary>
internal static class RectificationDecision
{
    public static Decision Submit(CaseCommand.SubmitRectification command, CaseState.Rectifying state, DecisionContext context)
    {
        var submittedOn = command.SubmittedOn ?? context.Today;
        if (OutOfRange("submittedOn", submittedOn, state.Rectification.ListedOn, context) is { } refusal) return refusal;

        return Decision.Accept(new CaseEvent.RectificationSubmitted(submittedOn, command.Summary, command.Evidence));
    }

    public static Decision Pass(CaseCommand.PassInspection command, CaseState.AwaitingInspection state, DecisionContext context)
    {
        var inspectedOn = command.InspectedOn ?? context.Today;
        if (OutOfRange("inspectedOn", inspectedOn, state.SubmittedOn, context) is { } refusal) return refusal;
        if (state.File.Opening is Opening.Admonition)
        {
            return command.DocumentNumber is null
                ? Decision.Accept(new CaseEvent.RungFulfilled(inspectedOn, command.Remarks))
                : Rejection.Rule("not-a-release", "documentNumber", $"A {WireName.Of(state.File.Rung)} is not released from, and no notice of it has a number; got \"{command.DocumentNumber}\". (S16)");
        }

        if (command.DocumentNumber == state.File.Opening.DocumentNumber)
            return Rejection.Conflict("document-number-taken", "documentNumber", $"The release notice has a number of its own; \"{command.DocumentNumber}\" is that of the listing. (S14)");

        return Decision.Accept([new CaseEvent.InspectionPassed(inspectedOn, command.Remarks, command.DocumentNumber), .. Consequence.EndOfListing(state.File, inspectedOn)]);
    }

    public static Decision Fail(CaseCommand.FailInspection command, CaseState.AwaitingInspection state, DecisionContext context)
    {
        var inspectedOn = command.InspectedOn ?? context.Today;
        if (OutOfRange("inspectedOn", inspectedOn, state.SubmittedOn, context) is { } refusal) return refusal;

        var failed = new CaseEvent.InspectionFailed(inspectedOn, command.Remarks);
        var late = context.Now >= state.Rectification.Deadline.ExpiresAt;
        if (!late) return Decision.Accept(failed);

        return command.IfLate switch
        {
            IfFailedLate.Escalate => Decision.Accept([failed, .. Consequence.OfMissedDeadline(state, MissedBy.Inspection, context, inspectedOn)]),
            IfFailedLate.ContinueUntil(var newDueOn) when newDueOn <= context.Today =>
                Rejection.Rule("deadline-in-the-past", "newDueOn", $"The new deadline lies after today, {context.Today:yyyy-MM-dd}; got {newDueOn:yyyy-MM-dd}. (S9)"),
            IfFailedLate.ContinueUntil(var newDueOn) when newDueOn > context.Today.AddMonths(Period.Months.Max) =>
                Rejection.Rule("deadline-too-far", "newDueOn", $"The new deadline lies at most {Period.Months.Max} months after today, {context.Today:yyyy-MM-dd}; got {newDueOn:yyyy-MM-dd}. (S9)"),
            IfFailedLate.ContinueUntil(var newDueOn) => Decision.Accept(
                failed, Continued(state, Deadline.Of(context.Today, new Period.Until(newDueOn), context.Calendar), context.Today)),
            _ => throw new UnreachableException(command.IfLate.GetType().Name),
        };
    }

    private static CaseEvent Continued(CaseState.Listed state, Deadline deadline, DateOnly today) => state.File.Opening is Opening.Admonition
        ? new CaseEvent.RungContinued(today, state.Rectification.Deadline, deadline)
        : new CaseEvent.ListingContinued(today, state.Rectification.Deadline, deadline);

    private static Rejection? OutOfRange(string member, DateOnly day, DateOnly earliest, DecisionContext context) =>
        day >= earliest && day <= context.Today
            ? null
            : Rejection.Rule("date-out-of-range", member, $"{member} lies between {earliest:yyyy-MM-dd} and today, {context.Today:yyyy-MM-dd}; got {day:yyyy-MM-dd}. (S8)");
}

using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>督办函: decides on letters after a missed deadline, plan or report, and on plans and reports that came in (S7, S12).</summary>
internal static class UrgingDecision
{
    /// <summary>The letter that is due because the deadline was missed: the case goes on to the day that the letter gives.</summary>
    public static Decision OfDeadline(CaseCommand.Urge command, CaseState.ConsequenceProposed state, DecisionContext context)
    {
        var file = state.File;
        if (command.Milestone is { } milestone) return Rejection.Conflict("milestone", UrgingMessages.PeriodIsOver.With(milestone));
        if (state.Step != MissedStep.UrgingLetter) return Rejection.Conflict("status", UrgingMessages.OtherStep.With(state.Step));

        return Letter(
            command, file, file.Rulebook.UrgingOf(file.Rung)!.Period, UrgedDuty.Rectification, file.Deadline!.Effective, state.ProposedOn,
            context);
    }

    /// <summary>A letter because a plan or a report did not come in on its day.</summary>
    public static Decision OfMilestone(CaseCommand.Urge command, CaseState.Rectifying state, DecisionContext context)
    {
        var file = state.File;
        if (command.Milestone is null)
            return Rejection.Conflict("milestone", UrgingMessages.DeadlineNotMissed.With(file.Deadline!.Effective));
        if (Find(command.Milestone, state, context, out var found) is { } unknown) return unknown;
        if (file.Milestones?.Urging is not { } rule) return Rejection.Rule("milestone", UrgingMessages.NoLetters.With(file.Rulebook.Id));
        if (found!.ReceivedOn is { } received)
            return Rejection.Conflict("milestone", UrgingMessages.Received.With(found.Key, received));
        if (context.Today <= found.LastDay)
            return Rejection.Conflict("milestone", UrgingMessages.NotDueYet.With(found.Key, found.LastDay, context.Today));

        return Letter(command, file, rule.Period, found.Duty, found.LastDay, found.LastDay.AddDays(1), context);
    }

    /// <summary>A plan or a report that came in.</summary>
    public static Decision Receive(CaseCommand.ReceiveMilestone command, CaseState.Listed state, DecisionContext context)
    {
        if (Find(command.Milestone, state, context, out var found) is { } unknown) return unknown;
        if (found!.ReceivedOn is { } before)
            return Rejection.Conflict("milestone", UrgingMessages.Received.With(found.Key, before));

        var (receivedOn, earliest) = (command.ReceivedOn ?? context.Today, state.File.Opening.BeganOn);
        return receivedOn >= earliest && receivedOn <= context.Today
            ? Decision.Accept(new CaseEvent.MilestoneReceived(found.Key, found.Duty, found.DueOn, receivedOn, command.Remarks))
            : Rejection.Rule("receivedOn", RectificationMessages.DayOutOfRange.With("receivedOn", earliest, context.Today, receivedOn));
    }

    private static Rejection? Find(string key, CaseState.Listed state, DecisionContext context, out Milestone? found)
    {
        var all = Milestones.Owed(state.File, context.Calendar);
        found = all.FirstOrDefault(milestone => milestone.Key == key);
        return found is not null ? null
            : Rejection.Rule("milestone", UrgingMessages.UnknownMilestone.With([.. all.Select(one => one.Key)], key));
    }

    private static Decision Letter(
        CaseCommand.Urge command, CaseFile file, Period usual, UrgedDuty duty, DateOnly missedOn, DateOnly earliest,
        DecisionContext context)
    {
        var issuedOn = command.IssuedOn ?? context.Today;
        if (issuedOn < earliest || issuedOn > context.Today)
            return Rejection.Rule("issuedOn", UrgingMessages.IssuedOutOfRange.With(earliest, context.Today, issuedOn));
        if (command.DocumentNumber == file.Opening.DocumentNumber
            || file.Urgings.Any(one => one.DocumentNumber == command.DocumentNumber))
        {
            return Rejection.Conflict("documentNumber", UrgingMessages.NumberOfAnother.With(command.DocumentNumber));
        }

        Period period = command.DueOn is { } written ? new Period.Until(written) : usual;
        if (Deadline.Refusal(issuedOn, period, context.Calendar) is { } noDeadline) return Rejection.Rule("dueOn", noDeadline);

        var (deadline, latest) =
            (Deadline.Of(issuedOn, period, context.Calendar, file.OnDayOff), issuedOn.AddMonths(file.Rulebook.LongestPeriod));
        return deadline.Effective > issuedOn && deadline.Nominal <= latest
            ? Decision.Accept(new CaseEvent.UrgingIssued(
                duty, command.Milestone, missedOn, issuedOn, period, deadline, command.Text, command.IssuedBy, command.DocumentNumber))
            : Rejection.Rule("dueOn", UrgingMessages.DueOutOfRange.With(issuedOn, latest, deadline.Nominal));
    }
}

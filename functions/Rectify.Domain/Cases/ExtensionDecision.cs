using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>限期延长: moving the deadline, within the rulebook's limits (S11).</summary>
internal static class ExtensionDecision
{
    public static Decision Of(CaseCommand.GrantExtension command, CaseState.Listed state, DecisionContext context)
    {
        var (file, clock) = (state.File, state.Rectification);
        if (file.Rulebook.Extension is not { } rule)
            return Rejection.Rule("by", RectificationMessages.ExtensionNotAllowed.With(file.Rulebook.Id));
        if (context.Now >= clock.Deadline.ExpiresAt)
            return Rejection.Conflict("by", RectificationMessages.DeadlinePassed.With(clock.Deadline.Effective));
        if (clock.Extensions >= rule.MaxCount)
            return Rejection.Rule("by", RectificationMessages.ExtensionsUsedUp.With(file.Rulebook.Id, rule.MaxCount, clock.Extensions));
        if (RefuseRequest(command.AskedOn, rule, state, context) is { } late) return late;

        if (Deadline.Refusal(clock.Deadline.Nominal, command.By, context.Calendar) is { } noDeadline)
            return Rejection.Rule("dueOn", RectificationMessages.ExtensionWithoutDeadline.With(noDeadline));

        // An extension counts from the nominal day: the shift to a working day gives extra time and does not move the start (D4).
        var deadline = Deadline.Of(clock.Deadline.Nominal, command.By, context.Calendar, file.OnDayOff);
        if (deadline.Effective <= clock.Deadline.Effective)
            return Rejection.Rule("dueOn", RectificationMessages.ExtensionBackwards.With(clock.Deadline.Effective, deadline.Effective));
        if (RefuseLength(deadline, rule, state, context) is { } tooLong) return tooLong;

        return Decision.Accept(new CaseEvent.ExtensionGranted(
            context.Today, clock.Deadline, deadline, command.Reason, command.ApprovedBy, command.By, command.AskedOn));
    }

    // The time before the deadline counts from the request, so that the office can decide in the days that the rule leaves it.
    private static Rejection? RefuseRequest(DateOnly? askedOn, ExtensionRule rule, CaseState.Listed state, DecisionContext context)
    {
        var (asked, begin, deadline) = (askedOn ?? context.Today, state.Rectification.ListedOn, state.Rectification.Deadline.Effective);
        if (asked > context.Today || (askedOn is not null && asked < begin))
            return Rejection.Rule("askedOn", RectificationMessages.RequestOutOfRange.With(begin, context.Today, asked));

        return rule.AskedBefore is not { } ahead || ahead.EndFrom(asked, context.Calendar) <= deadline
            ? null
            : Rejection.Rule("askedOn", RectificationMessages.AskedTooLate.With(ahead.Words, deadline, asked, rule.Source));
    }

    private static Rejection? RefuseLength(Deadline deadline, ExtensionRule rule, CaseState.Listed state, DecisionContext context)
    {
        var latest = rule.LongestOne.EndFrom(state.Rectification.Deadline.Nominal, context.Calendar);
        if (deadline.Nominal > latest)
        {
            return Rejection.Rule("by", rule.LongestOne is Period.Months(var months)
                ? RectificationMessages.ExtensionTooLong.With(months, latest, deadline.Nominal)
                : RectificationMessages.ExtensionAboveRule.With(rule.LongestOne.Words, latest, deadline.Nominal));
        }

        var first = state.Rectification.Unextended;
        return rule.InAll is { } all && all.EndFrom(first, context.Calendar) is var end && deadline.Nominal > end
            ? Rejection.Rule("by", RectificationMessages.ExtensionsTooLongInAll.With(all.Words, first, end, deadline.Nominal, rule.Source))
            : null;
    }
}

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

        if (Deadline.Refusal(clock.Deadline.Nominal, command.By, context.Calendar) is { } noDeadline)
            return Rejection.Rule("dueOn", RectificationMessages.ExtensionWithoutDeadline.With(noDeadline));

        // An extension counts from the nominal day: the shift to a working day gives extra time and does not move the start (D4).
        var deadline = Deadline.Of(clock.Deadline.Nominal, command.By, context.Calendar);
        if (deadline.Effective <= clock.Deadline.Effective)
            return Rejection.Rule("dueOn", RectificationMessages.ExtensionBackwards.With(clock.Deadline.Effective, deadline.Effective));

        var latest = clock.Deadline.Nominal.AddMonths(rule.MaxMonths);
        if (deadline.Nominal > latest)
            return Rejection.Rule("by", RectificationMessages.ExtensionTooLong.With(rule.MaxMonths, latest, deadline.Nominal));

        return Decision.Accept(
            new CaseEvent.ExtensionGranted(context.Today, clock.Deadline, deadline, command.Reason, command.ApprovedBy, command.By));
    }
}

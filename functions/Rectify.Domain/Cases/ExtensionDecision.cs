using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>限期延长: moving the deadline, within the rulebook's limits (S11).</summary>
internal static class ExtensionDecision
{
    public static Decision Of(CaseCommand.GrantExtension command, CaseState.Listed state, DecisionContext context)
    {
        var (file, clock) = (state.File, state.Rectification);
        if (file.Rulebook.Extension is not { } rule)
            return Rejection.Rule("extension-not-allowed", "by", $"The rulebook {file.Rulebook.Id} allows no extension. (S11)");
        if (context.Now >= clock.Deadline.ExpiresAt)
            return Rejection.Conflict("deadline-passed", "by", $"An extension is granted before the deadline; it passed on {clock.Deadline.Effective:yyyy-MM-dd}. (S11)");
        if (clock.Extensions >= rule.MaxCount)
            return Rejection.Rule("extension-limit", "by", $"The rulebook {file.Rulebook.Id} allows {rule.MaxCount} extension(s) per case; {clock.Extensions} granted. (S11)");

        if (Deadline.Refusal(clock.Deadline.Nominal, command.By, context.Calendar) is { } noDeadline)
            return Rejection.Rule("extension-backwards", "dueOn", noDeadline);

        // A period runs on from the nominal day: the shift to a working day is a grace, not a new start (D4).
        var deadline = Deadline.Of(clock.Deadline.Nominal, command.By, context.Calendar);
        if (deadline.Effective <= clock.Deadline.Effective)
            return Rejection.Rule("extension-backwards", "dueOn", $"An extension moves the deadline later than {clock.Deadline.Effective:yyyy-MM-dd}; got {deadline.Effective:yyyy-MM-dd}. (S11)");

        var latest = clock.Deadline.Nominal.AddMonths(rule.MaxMonths);
        if (deadline.Nominal > latest)
            return Rejection.Rule("extension-limit", "by", $"An extension is at most {rule.MaxMonths} months, to {latest:yyyy-MM-dd}; got {deadline.Nominal:yyyy-MM-dd}. (S11)");

        return Decision.Accept(new CaseEvent.ExtensionGranted(context.Today, clock.Deadline, deadline, command.Reason, command.ApprovedBy, command.By));
    }
}

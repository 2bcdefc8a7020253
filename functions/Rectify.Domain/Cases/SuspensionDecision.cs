using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>中止、恢复: decides on stopping the clock and on resuming it; the paused days are added to the deadline.</summary>
internal static class SuspensionDecision
{
    public static Decision Suspend(CaseCommand.SuspendClock command, CaseState.Rectifying state, DecisionContext context)
    {
        var (clock, suspendedOn) = (state.Rectification, command.SuspendedOn ?? context.Today);
        if (context.Today < clock.ListedOn)
            return Rejection.Rule("reason", RectificationMessages.NotListedYet.With(clock.ListedOn, context.Today));
        if (OutOfRange("suspendedOn", command.SuspendedOn, clock.ListedOn, context) is { } refusal) return refusal;

        // A period that has run out is not running any more, also where the unit may still apply for its inspection.
        return context.Now >= clock.Deadline.ExpiresAt
            ? Rejection.Conflict("reason", RectificationMessages.NothingToSuspend.With(clock.Deadline.Effective))
            : Decision.Accept(new CaseEvent.ClockSuspended(suspendedOn, command.Reason, command.ApprovedBy));
    }

    public static Decision Resume(CaseCommand.ResumeClock command, CaseState.Suspended state, DecisionContext context)
    {
        var (clock, resumedOn) = (state.Rectification, command.ResumedOn ?? context.Today);
        if (OutOfRange("resumedOn", command.ResumedOn, state.SuspendedOn, context) is { } outside) return outside;
        if (Pause.Refusal(clock.Deadline, state.SuspendedOn, resumedOn) is { } refusal)
            return Rejection.Rule(command.ResumedOn is null ? "reason" : "resumedOn", refusal);

        return Decision.Accept(new CaseEvent.ClockResumed(
            resumedOn, clock.Deadline, state.ResumedOn(resumedOn, context.Calendar).Deadline,
            resumedOn.DayNumber - state.SuspendedOn.DayNumber, command.Reason, command.ApprovedBy));
    }

    // What is entered of an earlier day must not reach behind the last entry: reminders may have gone out by then.
    private static Rejection? OutOfRange(string member, DateOnly? named, DateOnly earliest, DecisionContext context)
    {
        var from = context.LastEntryOn > earliest ? context.LastEntryOn.Value : earliest;
        return named is not { } day || (day >= from && day <= context.Today)
            ? null
            : Rejection.Rule(member, RectificationMessages.PauseOutOfRange.With(member, from, context.Today, day));
    }
}

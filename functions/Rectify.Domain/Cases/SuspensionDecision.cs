using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>中止、恢复: decides on stopping the clock and on resuming it; the paused days are added to the deadline.</summary>
internal static class SuspensionDecision
{
    public static Decision Suspend(CaseCommand.SuspendClock command, CaseState.Rectifying state, DecisionContext context)
    {
        var clock = state.Rectification;
        if (context.Today < clock.ListedOn)
            return Rejection.Rule("reason", RectificationMessages.NotListedYet.With(clock.ListedOn, context.Today));

        // A period that has run out is not running any more, also where the unit may still apply for its inspection.
        return context.Now >= clock.Deadline.ExpiresAt
            ? Rejection.Conflict("reason", RectificationMessages.NothingToSuspend.With(clock.Deadline.Effective))
            : Decision.Accept(new CaseEvent.ClockSuspended(context.Today, command.Reason));
    }

    public static Decision Resume(CaseCommand.ResumeClock command, CaseState.Suspended state, DecisionContext context)
    {
        var clock = state.Rectification;
        if (Pause.Refusal(clock.Deadline, state.SuspendedOn, context.Today) is { } refusal)
            return Rejection.Rule("reason", refusal);

        return Decision.Accept(new CaseEvent.ClockResumed(
            context.Today, clock.Deadline, state.ResumedOn(context.Today, context.Calendar).Deadline,
            context.Today.DayNumber - state.SuspendedOn.DayNumber, command.Reason));
    }
}

using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>中止、恢复: decides on stopping the clock and on resuming it; the paused days are added to the deadline.</summary>
internal static class SuspensionDecision
{
    public static Decision Suspend(CaseCommand.SuspendClock command, CaseState.Rectifying state, DecisionContext context) =>
        context.Today < state.Rectification.ListedOn
            ? Rejection.Rule("reason", RectificationMessages.NotListedYet.With(state.Rectification.ListedOn, context.Today))
            : Decision.Accept(new CaseEvent.ClockSuspended(context.Today, command.Reason));

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

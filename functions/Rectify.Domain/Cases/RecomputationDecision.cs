using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>暂定日期重算: decides whether a deadline changes after the notice for a year was imported (D9).</summary>
public static class RecomputationDecision
{
    /// <summary>Whether the calendar now gives this case another deadline, or makes its provisional one certain.</summary>
    /// <param name="state">The case, settled.</param>
    /// <param name="context">The context of the decision, with the calendar in force.</param>
    public static bool IsDue(CaseState state, DecisionContext context) => Deadline(state, context) is not null;

    internal static Decision Of(CaseState.Opened state, DecisionContext context) => Deadline(state, context) is { } deadline
        ? Decision.Accept(new CaseEvent.DeadlineRecomputed(context.Today, SourceOf(deadline, context), state.File.Deadline!, deadline))
        : Decision.Accept();

    /// <summary>
    /// The recomputation that a case missed while it stood ended by an error; null when it missed none. A deadline that had not passed on
    /// the day of the error would have been computed again then, so it is now, also when it has passed. Where the error has no day of its
    /// own, such as a revocation, a case whose clock ran before it had not missed its deadline.
    /// </summary>
    internal static CaseEvent.DeadlineRecomputed? Missed(CaseState.Opened state, DateOnly? on, DecisionContext context)
    {
        if (state is not CaseState.Listed { Rectification: var clock } || state is CaseState.Suspended) return null;
        var passed = context.Now >= clock.Deadline.ExpiresAt;
        if (passed && !(on is { } day ? day <= clock.Deadline.Effective : state is CaseState.Rectifying)) return null;

        return Again(clock, context) is { } deadline
            ? new CaseEvent.DeadlineRecomputed(context.Today, SourceOf(deadline, context), clock.Deadline, deadline)
            : null;
    }

    private static Deadline? Deadline(CaseState state, DecisionContext context)
    {
        // The deadline of a stopped clock is computed when the clock is resumed. A deadline that has passed is not computed again: what
        // followed from it, and the end of every sanction (D5), stays.
        if (state is not CaseState.Listed listed || state is CaseState.Suspended || context.Now >= listed.Rectification.Deadline.ExpiresAt)
            return null;

        return Again(listed.Rectification, context);
    }

    private static Deadline? Again(Rectification clock, DecisionContext context)
    {
        var current = clock.Deadline;
        var again = clock.Basis.Again(current, context.Calendar);
        // A new deadline has to leave time to meet it: if the calendar would bring the day forward to today or earlier, the present day
        // stays.
        if (again.Effective < current.Effective && again.Effective <= context.Today)
            again = new Deadline(again.Nominal, current.Effective, again.Provisional);
        // When the day stays and only becomes provisional, nothing is recorded: nobody could act on that.
        return again == current || again with { Provisional = false } == current ? null : again;
    }

    private static string? SourceOf(Deadline deadline, DecisionContext context) =>
        context.Calendar.Year(deadline.Effective.Year).Source ?? context.Calendar.Year(deadline.Nominal.Year).Source;
}

using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>暂定日期重算: the deadline after the notice for a year was imported (D9).</summary>
public static class RecomputationDecision
{
    /// <summary>Whether the calendar now gives this case another deadline, or makes its provisional one certain.</summary>
    /// <param name="state">The case, settled.</param>
    /// <param name="context">With the calendar that counts.</param>
    public static bool IsDue(CaseState state, DecisionContext context) => Deadline(state, context) is not null;

    internal static Decision Of(CaseState.Opened state, DecisionContext context) => Deadline(state, context) is { } deadline
        ? Decision.Accept(new CaseEvent.DeadlineRecomputed(context.Today, SourceOf(deadline, context), state.File.Deadline!, deadline))
        : Decision.Accept();

    private static Deadline? Deadline(CaseState state, DecisionContext context)
    {
        // A clock that stands still is set when it runs again. A deadline that has passed is a fact: what follows from it, and every
        // sanction end (D5), stays.
        if (state is not CaseState.Listed listed || state is CaseState.Suspended || context.Now >= listed.Rectification.Deadline.ExpiresAt)
            return null;

        var current = listed.Rectification.Deadline;
        var again = listed.Rectification.Basis.Again(current, context.Calendar);
        // Nobody can keep a deadline that is over when it is made known: a day that has come already is no new deadline.
        if (again.Effective < current.Effective && again.Effective <= context.Today)
            again = new Deadline(again.Nominal, current.Effective, again.Provisional);
        // A day that stays is not made doubtful by an entry: that says nothing which anybody could act on.
        return again == current || again with { Provisional = false } == current ? null : again;
    }

    private static string? SourceOf(Deadline deadline, DecisionContext context) =>
        context.Calendar.Year(deadline.Effective.Year).Source ?? context.Calendar.Year(deadline.Nominal.Year).Source;
}

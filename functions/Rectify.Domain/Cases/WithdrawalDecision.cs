namespace Rectify.Domain.Cases;

/// <summary>误登更正: decides on taking an entry out that was made by error, so that the dates of the rules count again (S10).</summary>
internal static class WithdrawalDecision
{
    public static Decision Of(CaseCommand.WithdrawEntry command, CaseState.Opened state, DecisionContext context)
    {
        if (Withdrawal.Of(state.File, command.Entry, command.Measure, command.SanctionId) is not { } withdrawal)
            return Rejection.Conflict("entry", WithdrawalMessages.NoSuchEntry.With(command.Entry));
        if (withdrawal.Decided is { } decided) return Later(command.Entry, decided);

        var withdrawn = new CaseEvent.EntryWithdrawn(
            context.Today, command.Entry, EventCodec.Name(withdrawal.Entry), command.Reason, command.DecidedBy,
            Withdrawal.DayOf(withdrawal.Entry),
            (withdrawal.Entry as CaseEvent.MeasureRevoked)?.Measure, (withdrawal.Entry as CaseEvent.SanctionRevoked)?.SanctionId);
        var after = (CaseState.Opened)Evolution.Evolve(state, withdrawn);
        return RecomputationDecision.Missed(after, withdrawn.On, context) is { } recomputed
            ? Decision.Accept(withdrawn, recomputed)
            : Decision.Accept(withdrawn);
    }

    private static Rejection Later(WithdrawableEntry entry, CaseEvent decided) => Withdrawal.KindOf(decided) is { } kind
        ? Rejection.Conflict("entry", WithdrawalMessages.LaterDecision.With(entry, kind))
        : Rejection.Conflict("entry", WithdrawalMessages.LaterEntry.With(entry));
}

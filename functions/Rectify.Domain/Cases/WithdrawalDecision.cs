using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>误登更正: decides on taking an entry out that was made by error, so that the dates of the rules count again (S10).</summary>
internal static class WithdrawalDecision
{
    public static Decision Of(CaseCommand.WithdrawEntry command, CaseState.Opened state, DecisionContext context)
    {
        if (Withdrawal.Of(state.File, command.Entry, command.Measure, command.SanctionId) is not { } withdrawal)
            return Rejection.Conflict("entry", WithdrawalMessages.NoSuchEntry.With(command.Entry));
        if (withdrawal.Decided is { } decided) return Later(command.Entry, decided);
        // Years that were corrected since leave no entry in a case without a veto in force: the veto could come back without its ground.
        if (withdrawal.Entry is CaseEvent.MeasureRevoked or CaseEvent.VetoDeclined
            && state.File.Opening is Opening.DirectVeto { Entry.Ground: VetoGround.TwoYearAssessment })
            return Rejection.Conflict("entry", WithdrawalMessages.OfAssessments);

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

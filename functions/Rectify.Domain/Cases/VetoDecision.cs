using System.Diagnostics;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>Decides on a veto that was proposed, or that took effect by itself, as the committee has decided (S7).</summary>
internal static class VetoDecision
{
    public static Decision Of(CaseCommand.DecideVeto command, CaseState.VetoProposed state, DecisionContext context)
    {
        if (command.Verdict == VetoVerdict.Confirm)
            return Rejection.Conflict("decision", VetoMessages.NothingToConfirm);
        var (decidedOn, proposal) = (command.DecidedOn ?? context.Today, state.Proposal);
        if (OutOfRange(decidedOn, proposal.ProposedOn, context) is { } refusal) return refusal;
        if (RefuseDecider(command, state) is { } tooLow) return tooLow;
        if (command.Verdict == VetoVerdict.Decline)
            return Decision.Accept([new CaseEvent.VetoDeclined(decidedOn, command.DocumentNumber, command.Remarks) { By = command.By },
                .. Consequence.EndOfListing(state.File, decidedOn)]);

        var rule = state.File.Rulebook.Veto ?? throw new UnreachableException();
        var term = proposal.Term ?? rule.Length.From(decidedOn);
        var basis = state.File.Opening is Opening.DirectVeto direct ? direct.LegalBasis : rule.Source;
        return Decision.Accept(
        [
            new CaseEvent.VetoImposed(proposal.Ground, term, basis, decidedOn, command.DocumentNumber) { By = command.By },
            .. Consequence.Sanctions(Measure.Veto, term, state.File, context.CaseId), .. Consequence.EndOfListing(state.File, term.From),
        ]);
    }

    public static Decision Of(CaseCommand.DecideVeto command, CaseState.Opened state, DecisionContext context)
    {
        var veto = state.File.Veto ?? throw new UnreachableException();
        if (command.Verdict != VetoVerdict.Confirm)
            return Rejection.Conflict("decision", VetoMessages.InForce.With(veto.Term.From, command.Verdict));
        if (veto is { DecidedOn: { } before, NeedsReview: Review.NotNeeded })
            return Rejection.Conflict("decision", VetoMessages.Decided.With(before));

        // A veto that took effect by itself did so at 24:00 of its first day, so it can be confirmed on the next day at the earliest.
        var decidedOn = command.DecidedOn ?? context.Today;
        return OutOfRange(decidedOn, veto.Term.From.AddDays(1), context) is { } refusal
            ? refusal
            : RefuseDecider(command, state) is { } tooLow ? tooLow
            : Decision.Accept(
                new CaseEvent.VetoConfirmed(decidedOn, command.DocumentNumber ?? state.File.Opening.DocumentNumber, command.Remarks)
                {
                    By = command.By,
                });
    }

    private static Rejection? RefuseDecider(CaseCommand.DecideVeto command, CaseState.Opened state) =>
        OpeningLimits.RefuseDecider("deciderLevel", command.By?.Level, Rung.Veto, state.File.Rulebook);

    private static Rejection? OutOfRange(DateOnly decidedOn, DateOnly earliest, DecisionContext context) =>
        decidedOn >= earliest && decidedOn <= context.Today
            ? null
            : Rejection.Rule("decidedOn", VetoMessages.DecisionOutOfRange.With(earliest, context.Today, decidedOn));
}

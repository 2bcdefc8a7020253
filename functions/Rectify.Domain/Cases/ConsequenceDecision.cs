using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>处理: decides on the criticism or the decision with which a missed measure ends (S7, S16).</summary>
internal static class ConsequenceDecision
{
    public static Decision Of(CaseCommand.DecideConsequence command, CaseState.ConsequenceProposed state, DecisionContext context)
    {
        var (decidedOn, earliest) = (command.DecidedOn ?? context.Today, state.ProposedOn);
        if (decidedOn < earliest || decidedOn > context.Today)
            return Rejection.Rule("decidedOn", LadderMessages.ConsequenceOutOfRange.With(earliest, context.Today, decidedOn));
        if (state.Step == MissedStep.UrgingLetter) return Rejection.Conflict("status", UrgingMessages.LetterDue);
        if (command.DocumentNumber == state.File.Opening.DocumentNumber)
            return Rejection.Conflict("documentNumber", LadderMessages.NumberOfTheMeasure.With(command.DocumentNumber));

        return Decision.Accept(
        [
            new CaseEvent.ConsequenceDecided(state.Step, decidedOn, command.Text, command.DecidedBy, command.DocumentNumber),
            .. Consequence.EndOfListing(state.File, decidedOn),
        ]);
    }
}

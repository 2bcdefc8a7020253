using System.Diagnostics;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>A veto without a listing before it: V1 from the day of the event, V3 and V4 from the decision (S3).</summary>
internal static class DirectVetoDecision
{
    public static Decision Of(CaseCommand.VetoDirectly command, DecisionContext context)
    {
        if (Refuse(command, context) is { } refusal) return refusal;

        var from = command.Ground == VetoGround.GraveHarm ? command.EventOn!.Value : command.DecidedOn;
        var term = command.Rulebook.Veto!.Length.From(from);
        if (term.To < command.DecidedOn)
            return Rejection.Rule(
                "eventOn", VetoMessages.NothingLeft.With(from, term.To, command.DecidedOn, command.Rulebook.DirectVeto!.EventSource));

        var opened = new CaseEvent.VetoCaseOpened(
            command.Unit, command.Ground, command.AccountabilityGround, command.EventOn, command.DecidedOn, command.Facts, command.Leaders,
            command.DocumentNumber, command.LegalBasis, command.IssuedBy, command.Rulebook,
            command.Years?.Years, command.PrecededBy, command.PreviousCaseId, command.ProposedBy, command.GroundCodes)
        {
            IssuerLevel = command.IssuerLevel,
            ProposerLevel = command.ProposerLevel,
        };
        if (command.ProposedBy is not null)
        {
            // V1 counts from the event, whenever it is decided; the other grounds count from the decision.
            return Decision.Accept(opened, new CaseEvent.VetoProposed(
                command.Ground, command.DecidedOn, command.Ground == VetoGround.GraveHarm ? term : null));
        }

        return Decision.Accept(
        [
            opened, new CaseEvent.VetoImposed(command.Ground, term, command.LegalBasis, command.DecidedOn),
            .. Consequence.Sanctions(Measure.Veto, term, CaseFile.Of(opened), context.CaseId),
        ]);
    }

    private static Rejection? Refuse(CaseCommand.VetoDirectly command, DecisionContext context)
    {
        var rulebook = command.Rulebook;
        if (rulebook.DirectVeto is null)
            return Rejection.Rule("ground", VetoMessages.NotAllowed.With(rulebook.Id, command.Ground));
        if (command.Ground == VetoGround.DeadlineMissed)
            return Rejection.Rule("ground", VetoMessages.NotDirect);
        if (command.ProposedBy is not null && rulebook.DirectVeto.ProposalSource is null)
            return Rejection.Rule("proposedBy", VetoMessages.NobodyProposes.With(rulebook.Id));
        var earliest = context.Today.AddDays(-rulebook.Backdating.MaxDaysBack);
        return Rejection.Together(
            command.Ground == VetoGround.GraveHarm == command.EventOn.HasValue
                ? null
                : Rejection.Rule("eventOn", VetoMessages.EventDate.With(command.EventOn, command.Ground, rulebook.DirectVeto.EventSource)),
            command.DecidedOn >= earliest && command.DecidedOn <= context.Today
                ? CoveredDay.Refuse("decidedOn", command.DecidedOn, context.Calendar)
                : Rejection.Rule(
                    "decidedOn",
                    VetoMessages.DirectDecisionOutOfRange.With(
                        earliest, context.Today, rulebook.Id, rulebook.Backdating.MaxDaysBack, command.DecidedOn)),
            command.EventOn is not { } eventOn ? null
                : eventOn > command.DecidedOn ? Rejection.Rule("eventOn", VetoMessages.EventAfterDecision.With(command.DecidedOn, eventOn))
                : CoveredDay.Refuse("eventOn", eventOn, context.Calendar),
            OpeningLimits.RefuseRulebook(rulebook, command.DecidedOn), OpeningLimits.RefuseKind(command.Unit, Rung.Veto, rulebook),
            OpeningLimits.RefuseDecider("issuerLevel", command.IssuerLevel, Rung.Veto, rulebook), RefuseProposer(command),
            OpeningLimits.RefuseGrounds(command.GroundCodes, Rung.Veto, rulebook), RefuseYears(command, rulebook),
            LeaderList.Refuse(command.Leaders, rulebook, Measure.Veto));
    }

    private static Rejection? RefuseProposer(CaseCommand.VetoDirectly command) => command switch
    {
        { ProposerLevel: null } => null,
        { ProposedBy: null } => Rejection.Rule("proposerLevel", OpeningMessages.ProposerUnnamed),
        { ProposerLevel: { } level } when command.Rulebook.DeciderOf(Rung.Veto) is { ProposedFrom: { } lowest } rule
            && !rule.MayPropose(level) =>
            Rejection.Rule("proposerLevel", OpeningMessages.ProposerTooLow.With(lowest, level, rule.Source)),
        _ => null,
    };

    // V3 needs the failed years in the assessment records, whoever states the ground; and the decision cannot be earlier than the day
    // on which all of them had failed.
    private static Rejection? RefuseYears(CaseCommand.VetoDirectly command, Rulebook rulebook)
    {
        if (command.Ground != VetoGround.TwoYearAssessment)
            return command.Years is null ? null : throw new UnreachableException($"{command.Ground} rests on no years.");
        if (rulebook.AssessmentVeto is not { } rule)
            return Rejection.Rule("ground", VetoMessages.NoDirectVetoForAssessments.With(rulebook.Id));
        if (command.Years is not { } years)
            return Rejection.Rule("ground", VetoMessages.NoTwoFailedYears.With(command.Unit.UnitId, rule.Source));
        return command.DecidedOn >= years.DecidedOn
            ? null
            : Rejection.Rule(
                "decidedOn",
                VetoMessages.DecidedBeforeYears.With(years.DecidedOn, years.Words, command.DecidedOn, rule.Source));
    }
}

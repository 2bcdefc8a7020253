using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>
/// V3: decides the veto for failed assessment years. The case opens without a request once the years are entered as failed, and the
/// veto is withdrawn when one of the results is corrected (S3, S7, S10).
/// </summary>
internal static class AssessmentVetoDecision
{
    public static Decision Open(CaseCommand.VetoForAssessments command, DecisionContext context)
    {
        if (Refuse(command, context) is { } refusal) return refusal;

        var (rulebook, decidedOn) = (command.Rulebook, command.Years.DecidedOn);
        var opened = new CaseEvent.VetoCaseOpened(
            command.Unit, VetoGround.TwoYearAssessment, AccountabilityGround.AssessmentFailed, null, decidedOn, command.Facts,
            command.Leaders,
            command.DocumentNumber, rulebook.AssessmentVeto!.Source, command.IssuedBy, rulebook,
            command.Years.Years);
        if (rulebook.Escalation == Escalation.ByDecision)
            return Decision.Accept(opened, new CaseEvent.VetoProposed(VetoGround.TwoYearAssessment, decidedOn, null));

        var term = rulebook.Veto!.Length.From(decidedOn);
        return Decision.Accept(
        [
            opened, new CaseEvent.VetoImposed(VetoGround.TwoYearAssessment, term, rulebook.AssessmentVeto.Source),
            .. Consequence.Sanctions(Measure.Veto, term, CaseFile.Of(opened), context.CaseId),
        ]);
    }

    /// <summary>
    /// Withdraws the veto after one of its results was corrected. A veto that no person has decided about is void from the start; a veto
    /// that the committee has decided stays in force and is marked for review (S10).
    /// </summary>
    public static Decision Withdraw(CaseCommand.WithdrawAssessments command, CaseState.Opened state, DecisionContext context) =>
        state switch
        {
            { File.Opening: not Opening.DirectVeto { Entry.Assessments: not null } } =>
                Rejection.Conflict("caseId", VetoMessages.NoAssessments.With(context.CaseId)),
            CaseState.Revoked or CaseState.Declined or CaseState.Closed { File.Veto: null } => Decision.Accept(),
            { File.Veto: { DecidedOn: not null, NeedsReview: Review.Needed } } => Decision.Accept(),
            { File.Veto.DecidedOn: not null } => Decision.Accept(new CaseEvent.VetoBasisLost(context.Today, command.Reason)),
            _ => Decision.Accept(new CaseEvent.MeasureRevoked(Measure.Veto, new Revocation.Void(), command.Reason, command.DecidedBy)),
        };

    private static Rejection? Refuse(CaseCommand.VetoForAssessments command, DecisionContext context)
    {
        var (rulebook, decidedOn) = (command.Rulebook, command.Years.DecidedOn);
        if (rulebook.AssessmentVeto is null)
            return Rejection.Rule("result", VetoMessages.NoVetoForAssessments.With(rulebook.Id));

        var earliest = context.Today.AddDays(-rulebook.Backdating.MaxDaysBack);
        if (decidedOn < earliest || decidedOn > context.Today)
        {
            return Rejection.Rule(
                "decidedOn",
                VetoMessages.AssessmentDecisionOutOfRange.With(
                    earliest, context.Today, rulebook.Id, rulebook.Backdating.MaxDaysBack, decidedOn));
        }

        return OpeningLimits.RefuseRulebook(rulebook, decidedOn) ?? OpeningLimits.RefuseKind(command.Unit, Rung.Veto, rulebook)
            ?? LeaderList.Refuse(command.Leaders, rulebook, Measure.Veto) ?? CoveredDay.Refuse("decidedOn", decidedOn, context.Calendar);
    }
}

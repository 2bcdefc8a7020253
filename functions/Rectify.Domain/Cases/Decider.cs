using System.Diagnostics;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Cases;

/// <summary>Decides every command on a case: state and command in, events or a refusal out.</summary>
public static class Decider
{
    /// <summary>
    /// The events of a command. Before them come those of what had fallen due already, and after them those of what falls due because of
    /// it.
    /// </summary>
    public static Decision Decide(CaseCommand command, CaseState state, DecisionContext context)
    {
        var before = Settlement.Due(state, context);
        var settled = Evolution.Fold(state, before);
        var decision = DecideSettled(command, settled, context);
        if (decision is not Decision.Accepted accepted) return decision;

        var after = Settlement.Due(Evolution.Fold(settled, accepted.Events), context);
        return new Decision.Accepted([.. before, .. accepted.Events, .. after]);
    }

    private static Decision DecideSettled(CaseCommand command, CaseState state, DecisionContext context) => (command, state) switch
    {
        (CaseCommand.CarryOutDue, CaseState.Opened) => Decision.Accept(),
        (CaseCommand.Admonish admonish, CaseState.NotOpened) => AdmonitionDecision.Of(admonish, context),
        (CaseCommand.ListUnit list, CaseState.NotOpened) => ListingDecision.Of(list, context),
        (CaseCommand.VetoDirectly veto, CaseState.NotOpened) => DirectVetoDecision.Of(veto, context),
        (CaseCommand.VetoForAssessments veto, CaseState.NotOpened) => AssessmentVetoDecision.Open(veto, context),
        (CaseCommand.Admonish or CaseCommand.ListUnit or CaseCommand.VetoDirectly or CaseCommand.VetoForAssessments, _) =>
            Rejection.Conflict("caseId", CaseMessages.OpenAlready.With(context.CaseId)),
        (_, CaseState.NotOpened) => Rejection.Conflict("caseId", CaseMessages.Unknown.With(context.CaseId)),

        (CaseCommand.SubmitRectification submit, CaseState.Rectifying s) => RectificationDecision.Submit(submit, s, context),
        (CaseCommand.SubmitRectification submit, CaseState.AwaitingInspection s) => RectificationDecision.SubmitFurther(submit, s, context),
        (CaseCommand.SubmitRectification submit,
            CaseState.Vetoed or CaseState.VetoProposed or CaseState.NextRungProposed or CaseState.ConsequenceProposed
                or CaseState.Escalated or CaseState.Closed)
            when LateEntryDecision.Of(submit, (CaseState.Opened)state, context) is { } lateEntry => lateEntry,
        (CaseCommand.PassInspection pass, CaseState.AwaitingInspection s) => RectificationDecision.Pass(pass, s, context),
        (CaseCommand.FailInspection fail, CaseState.AwaitingInspection s) => RectificationDecision.Fail(fail, s, context),
        (CaseCommand.GrantExtension extend, CaseState.Rectifying or CaseState.AwaitingInspection) =>
            ExtensionDecision.Of(extend, (CaseState.Listed)state, context),
        (CaseCommand.SuspendClock suspend, CaseState.Rectifying s) => SuspensionDecision.Suspend(suspend, s, context),
        (CaseCommand.ResumeClock resume, CaseState.Suspended s) => SuspensionDecision.Resume(resume, s, context),
        (CaseCommand.RecomputeDeadline, CaseState.Opened s) => RecomputationDecision.Of(s, context),
        (CaseCommand.DecideVeto decide, CaseState.VetoProposed s) => VetoDecision.Of(decide, s, context),
        (CaseCommand.DecideVeto decide, CaseState.Vetoed s) => VetoDecision.Of(decide, s, context),
        (CaseCommand.DecideVeto decide, CaseState.Closed { File.Veto.NeedsReview: Review.Needed } s) => VetoDecision.Of(decide, s, context),
        (CaseCommand.FollowUp follow, CaseState.Opened s) => NextRungDecision.FollowUp(follow, s, context),
        (CaseCommand.DeclineNextRung decline, CaseState.NextRungProposed s) => NextRungDecision.Decline(decline, s, context),
        (CaseCommand.DecideConsequence decide, CaseState.ConsequenceProposed s) => ConsequenceDecision.Of(decide, s, context),
        (CaseCommand.Urge urge, CaseState.ConsequenceProposed s) => UrgingDecision.OfDeadline(urge, s, context),
        (CaseCommand.Urge urge, CaseState.Rectifying s) => UrgingDecision.OfMilestone(urge, s, context),
        (CaseCommand.ReceiveMilestone receive, CaseState.Listed s) => UrgingDecision.Receive(receive, s, context),
        (CaseCommand.RevokeRung revoke, CaseState.Opened s) => RevocationDecision.Of(revoke, s, context),
        (CaseCommand.WithdrawAssessments withdraw, CaseState.Opened s) => AssessmentVetoDecision.Withdraw(withdraw, s, context),
        (CaseCommand.RevokeMeasure revoke, CaseState.Opened s) => RevocationDecision.Of(revoke, s, context),
        (CaseCommand.RevokeSanction revoke, CaseState.Opened s) => RevocationDecision.Of(revoke, s, context),

        (CaseCommand.CorrectCase correct, CaseState.Opened s) => CorrectionDecision.Of(correct, s, context),
        (CaseCommand.WithdrawEntry withdraw, CaseState.Opened s) => WithdrawalDecision.Of(withdraw, s, context),

        (_, CaseState.Opened s) => WrongState(command, s),
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private static Rejection WrongState(CaseCommand command, CaseState.Opened state)
    {
        (Message action, Message needs) = command switch
        {
            CaseCommand.SubmitRectification =>
                (CaseMessages.Submission, state is CaseState.Suspended ? CaseMessages.ResumedFirst : CaseMessages.RectifyingOrLateEntry),
            CaseCommand.SuspendClock => (CaseMessages.Suspension, CaseMessages.Rectifying),
            CaseCommand.ResumeClock => (CaseMessages.Resumption, CaseMessages.Suspended),
            CaseCommand.PassInspection or CaseCommand.FailInspection => (CaseMessages.Inspection, CaseMessages.AwaitingInspection),
            CaseCommand.GrantExtension =>
                (CaseMessages.Extension,
                    state is CaseState.Suspended ? CaseMessages.BeforeDeadlineResumedFirst : CaseMessages.BeforeDeadline),
            CaseCommand.DeclineNextRung => (CaseMessages.NextRung, CaseMessages.NextRungProposed),
            CaseCommand.DecideConsequence => (CaseMessages.Consequence, CaseMessages.ConsequenceProposed),
            CaseCommand.Urge => (CaseMessages.Urging, CaseMessages.MissedOrRectifying),
            CaseCommand.ReceiveMilestone => (CaseMessages.MilestoneReceipt, CaseMessages.BeforeDecision),
            CaseCommand.DecideVeto => (CaseMessages.Veto, CaseMessages.VetoOpen),
            _ => throw new UnreachableException(command.GetType().Name),
        };
        var status = CaseStatus.Of(state);
        return Rejection.Conflict("status", state.File.Deadline is { } deadline
            ? CaseMessages.WrongStateWithDeadline.With(action, needs, status, deadline.Effective, Rule(command))
            : CaseMessages.WrongState.With(action, needs, status, Rule(command)));
    }

    private static string Rule(CaseCommand command) => command switch
    {
        CaseCommand.DecideVeto or CaseCommand.Urge => "S7",
        CaseCommand.ReceiveMilestone => "S12",
        CaseCommand.DeclineNextRung or CaseCommand.DecideConsequence => "S16",
        _ => "S8",
    };
}

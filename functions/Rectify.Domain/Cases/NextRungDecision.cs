namespace Rectify.Domain.Cases;

/// <summary>升级、不予升级: what becomes of a notice or a talk whose goal was not reached (S16).</summary>
internal static class NextRungDecision
{
    /// <summary>
    /// Records which case followed this one. That case is open already, so the link is recorded in whatever state this case is now.
    /// </summary>
    public static Decision FollowUp(CaseCommand.FollowUp command, CaseState.Opened state, DecisionContext context) => state.File switch
    {
        { Opening: not Opening.Admonition } =>
            Rejection.Conflict("caseId", LadderMessages.FollowedByNone.With(context.CaseId, state.File.Rung)),
        { FollowedBy: { } follower } => follower.CaseId == command.NextCase
            ? Decision.Accept()
            : Rejection.Conflict("caseId", LadderMessages.WasFollowed.With(context.CaseId, follower.CaseId, command.NextCase)),
        _ => Decision.Accept(new CaseEvent.NextRungOpened(command.NextCase, command.Rung, context.Today)),
    };

    public static Decision Decline(CaseCommand.DeclineNextRung command, CaseState.NextRungProposed state, DecisionContext context)
    {
        var (decidedOn, earliest) = (command.DecidedOn ?? context.Today, state.Proposal.ProposedOn);
        return decidedOn >= earliest && decidedOn <= context.Today
            ? Decision.Accept(new CaseEvent.NextRungDeclined(decidedOn, command.Reason, command.DecidedBy))
            : Rejection.Rule("decidedOn", LadderMessages.DecisionOutOfRange.With(earliest, context.Today, decidedOn));
    }
}

namespace Rectify.Domain.Cases;

/// <summary>升级、不予升级: what becomes of a notice or a talk whose goal was not reached (S16).</summary>
internal static class NextRungDecision
{
    /// <summary>The link of a case that is open already: it is recorded whatever has become of this one since.</summary>
    public static Decision FollowUp(CaseCommand.FollowUp command, CaseState.Opened state, DecisionContext context) => state.File switch
    {
        { Opening: not Opening.Admonition } =>
            Rejection.Conflict("not-a-lower-rung", "caseId", $"The case {context.CaseId} is a {WireName.Of(state.File.Rung)}, which no case follows. (S16)"),
        { FollowedBy: { } follower } => follower.CaseId == command.NextCase
            ? Decision.Accept()
            : Rejection.Conflict("has-successor", "caseId", $"The case {context.CaseId} was followed by {follower.CaseId}; got {command.NextCase}. (S16)"),
        _ => Decision.Accept(new CaseEvent.NextRungOpened(command.NextCase, command.Rung, context.Today)),
    };

    public static Decision Decline(CaseCommand.DeclineNextRung command, CaseState.NextRungProposed state, DecisionContext context)
    {
        var (decidedOn, earliest) = (command.DecidedOn ?? context.Today, state.Proposal.ProposedOn);
        return decidedOn >= earliest && decidedOn <= context.Today
            ? Decision.Accept(new CaseEvent.NextRungDeclined(decidedOn, command.Reason, command.DecidedBy))
            : Rejection.Rule("date-out-of-range", "decidedOn", $"The decision lies between {earliest:yyyy-MM-dd} and today, {context.Today:yyyy-MM-dd}; got {decidedOn:yyyy-MM-dd}. (S16)");
    }
}

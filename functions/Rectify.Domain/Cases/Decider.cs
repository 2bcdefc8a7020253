using System.Diagnostics;

namespace Rectify.Domain.Cases;

/// <summary>Decides every command on a case: state and command in, events or a refusal out.</summary>
public static class Decider
{
    /// <summary>The events that a command leads to, together with what had fallen due before it and falls due through it.</summary>
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
        (CaseCommand.ListUnit list, CaseState.NotOpened) => ListingDecision.Of(list, context),
        (CaseCommand.ListUnit, _) => Rejection.Conflict("case-exists", "caseId", $"The case {context.CaseId} is open already."),
        (_, CaseState.NotOpened) => Rejection.Conflict("case-unknown", "caseId", $"There is no case {context.CaseId}."),

        (CaseCommand.SubmitRectification submit, CaseState.Rectifying s) => RectificationDecision.Submit(submit, s, context),
        (CaseCommand.PassInspection pass, CaseState.AwaitingInspection s) => RectificationDecision.Pass(pass, s, context),
        (CaseCommand.FailInspection fail, CaseState.AwaitingInspection s) => RectificationDecision.Fail(fail, s, context),
        (CaseCommand.GrantExtension extend, CaseState.Rectifying or CaseState.AwaitingInspection) =>
            ExtensionDecision.Of(extend, ((CaseState.Opened)state).File, context),
        (CaseCommand.RevokeMeasure revoke, CaseState.Opened s and not CaseState.Closed) => RevocationDecision.Of(revoke, s.File, context),
        (CaseCommand.RevokeSanction revoke, CaseState.Opened s and not CaseState.Closed) => RevocationDecision.Of(revoke, s.File, context),

        (_, CaseState.Opened s) => WrongState(command, s),
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private static Rejection WrongState(CaseCommand command, CaseState.Opened state)
    {
        var (action, needs) = command switch
        {
            CaseCommand.SubmitRectification => ("A submission", "rectifying"),
            CaseCommand.PassInspection or CaseCommand.FailInspection => ("An inspection", "awaitingInspection: the unit submits first"),
            CaseCommand.GrantExtension => ("An extension", "rectifying or awaitingInspection, before the deadline"),
            _ => ("A revocation", "a case that is not closed"),
        };
        return Rejection.Conflict(
            "wrong-state", "status",
            $"{action} needs {needs}; the case is {WireName.Of(CaseStatus.Of(state))} (deadline {state.File.Deadline.Effective:yyyy-MM-dd}). (S8)");
    }
}

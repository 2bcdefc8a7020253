using System.Diagnostics;
using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>撤销: the deciding body takes a measure or a sanction back (S10).</summary>
internal static class RevocationDecision
{
    public static Decision Of(CaseCommand.RevokeMeasure command, CaseState.Opened state, DecisionContext context)
    {
        var file = state.File;
        var sanctions = file.Sanctions.Where(sanction => sanction.Measure == command.Measure).ToList();
        if (sanctions.Count == 0 || (command.Measure == Measure.Veto && file.Veto is null))
            return Rejection.Conflict("nothing-to-revoke", "measure", $"The case has no measure {WireName.Of(command.Measure)}. (S10)");

        var (revocation, refusal) = Read(command.Effect, sanctions[^1].Term.From, context);
        if (refusal is not null) return refusal;

        // Taken back before, or over: only what frees a further day says anything new, such as void after a date.
        var again = file.Revoked.Contains(command.Measure) || state is CaseState.Closed;
        return again && !sanctions.Any(sanction => Frees(sanction, revocation!))
            ? Rejection.Conflict("nothing-to-revoke", "measure", $"No day is left that a revocation of the measure {WireName.Of(command.Measure)} would free: it {(file.Revoked.Contains(command.Measure) ? "was revoked before" : "is over")}. (S10)")
            : Decision.Accept(new CaseEvent.MeasureRevoked(command.Measure, revocation!, command.Reason, command.DecidedBy));
    }

    public static Decision Of(CaseCommand.RevokeSanction command, CaseState.Opened state, DecisionContext context)
    {
        if (state.File.Find(command.SanctionId) is not { } sanction)
            return Rejection.Rule("unknown-sanction", "sanctionId", $"The case {context.CaseId} has no sanction {command.SanctionId}. (S10)");

        var (revocation, refusal) = Read(command.Effect, sanction.Term.From, context);
        if (refusal is not null) return refusal;

        var again = sanction.Revocation is not null || state is CaseState.Closed;
        return again && !Frees(sanction, revocation!)
            ? Rejection.Conflict("nothing-to-revoke", "sanctionId", $"No day is left that a revocation of the sanction {command.SanctionId} would free: it {(sanction.Revocation is null ? "is over" : "was revoked before")}. (S10)")
            : Decision.Accept(new CaseEvent.SanctionRevoked(command.SanctionId, revocation!, command.Reason, command.DecidedBy));
    }

    /// <summary>A notice or a talk that should not have been issued. Nobody was barred by it; a rung that followed stands on its own basis.</summary>
    public static Decision Of(CaseCommand.RevokeRung command, CaseState.Opened state, DecisionContext context)
    {
        if (state.File.Opening is not Opening.Admonition { Entry: var issued })
            return Rejection.Conflict("nothing-to-revoke", "measure", "The case has no measure admonition. (S10)");
        if (state is CaseState.Revoked)
            return Rejection.Conflict("nothing-to-revoke", "measure", $"The {WireName.Of(issued.Rung)} was revoked before. (S10)");

        var (revocation, refusal) = Read(command.Effect, issued.IssuedOn, context);
        return refusal is not null ? refusal : Decision.Accept(new CaseEvent.RungRevoked(issued.Rung, revocation!, command.Reason, command.DecidedBy));
    }

    private static bool Frees(Sanction sanction, Revocation revocation) => sanction.TakenBack(revocation).Barred != sanction.Barred;

    private static (Revocation?, Rejection?) Read(RevocationEffect effect, DateOnly earliest, DecisionContext context)
    {
        if (effect is RevocationEffect.Void) return (new Revocation.Void(), null);
        if (effect is not RevocationEffect.FromDate(var day)) throw new UnreachableException(effect.GetType().Name);

        var (on, latest) = (day ?? context.Today, context.Today);
        return on >= earliest && on <= latest
            ? (new Revocation.FromDate(on), null)
            : (null, Rejection.Rule("date-out-of-range", "on", $"A revocation takes effect between {earliest:yyyy-MM-dd} and today, {latest:yyyy-MM-dd}; got {on:yyyy-MM-dd}. (S10)"));
    }
}

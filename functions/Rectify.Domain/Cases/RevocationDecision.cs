using System.Diagnostics;
using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>撤销: the deciding body takes a measure or a sanction back (S10).</summary>
internal static class RevocationDecision
{
    public static Decision Of(CaseCommand.RevokeMeasure command, CaseFile file, DecisionContext context)
    {
        var sanctions = file.Sanctions.Where(sanction => sanction.Measure == command.Measure).ToList();
        if (command.Measure == Measure.Veto && file.Veto is null)
            return Rejection.Conflict("nothing-to-revoke", "measure", "The case has no veto. (S10)");
        if (file.Revoked.Contains(command.Measure))
            return Rejection.Conflict("nothing-to-revoke", "measure", "The measure was revoked before. (S10)");

        var (revocation, refusal) = Read(command.Effect, sanctions[0], context);
        return refusal is not null
            ? refusal
            : Decision.Accept(new CaseEvent.MeasureRevoked(command.Measure, revocation!, command.Reason, command.DecidedBy));
    }

    public static Decision Of(CaseCommand.RevokeSanction command, CaseFile file, DecisionContext context)
    {
        if (file.Find(command.SanctionId) is not { } sanction)
            return Rejection.Rule("unknown-sanction", "sanctionId", $"The case {context.CaseId} has no sanction {command.SanctionId}. (S10)");
        if (sanction.Revocation is not null)
            return Rejection.Conflict("nothing-to-revoke", "sanctionId", $"The sanction {command.SanctionId} was revoked before. (S10)");

        var (revocation, refusal) = Read(command.Effect, sanction, context);
        return refusal is not null
            ? refusal
            : Decision.Accept(new CaseEvent.SanctionRevoked(command.SanctionId, revocation!, command.Reason, command.DecidedBy));
    }

    private static (Revocation?, Rejection?) Read(RevocationEffect effect, Sanction sanction, DecisionContext context)
    {
        if (effect is RevocationEffect.Void) return (new Revocation.Void(), null);
        if (effect is not RevocationEffect.FromDate(var day)) throw new UnreachableException(effect.GetType().Name);

        var on = day ?? context.Today;
        var (earliest, latest) = (sanction.Term.From, context.Today);
        return on >= earliest && on <= latest
            ? (new Revocation.FromDate(on), null)
            : (null, Rejection.Rule("date-out-of-range", "on", $"A revocation takes effect between {earliest:yyyy-MM-dd} and today, {latest:yyyy-MM-dd}; got {on:yyyy-MM-dd}. (S10)"));
    }
}

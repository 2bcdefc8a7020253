using System.Diagnostics;
using Rectify.Domain.Messages;
using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>撤销: decides on taking a measure or a sanction back (S10).</summary>
internal static class RevocationDecision
{
    public static Decision Of(CaseCommand.RevokeMeasure command, CaseState.Opened state, DecisionContext context)
    {
        var file = state.File;
        var sanctions = file.Sanctions.Where(sanction => sanction.Measure == command.Measure).ToList();
        if (command.Measure == Measure.Veto ? file.Veto is null || sanctions.Count == 0 : file.Opening is not Opening.Listing)
            return Rejection.Conflict("measure", RevocationMessages.NoSuchMeasure.With(command.Measure));

        var (revocation, refusal) = Read(command.Effect, sanctions is [.., var last] ? last.Term.From : file.Opening.BeganOn, context);
        if (refusal is not null) return refusal;

        if (!sanctions.Any(sanction => Frees(sanction, revocation!)) && !EndsMoreThanDays(command.Measure, revocation!, state))
        {
            var what = RevocationMessages.TheMeasure.With(command.Measure);
            return NothingLeft("measure", what, file.Revoked.Contains(command.Measure), revocation!, sanctions);
        }

        var revoked = new CaseEvent.MeasureRevoked(command.Measure, revocation!, command.Reason, command.DecidedBy);
        return Reopens(command.Measure, revocation!, file) && file.TimelyReport is { SubmittedOn: var submittedOn }
            ? Decision.Accept(revoked, new CaseEvent.InspectionReopened(context.Today, submittedOn))
            : Decision.Accept(revoked);
    }

    // Some revocations have an effect although they free no day: revoking a listing that still runs ends its period, and a measure that is
    // void counts as never imposed, whoever it still bars.
    private static bool EndsMoreThanDays(Measure measure, Revocation revocation, CaseState.Opened state) =>
        (measure == Measure.Listing && state is CaseState.Listed or CaseState.ConsequenceProposed)
        || (revocation is Revocation.Void && !state.File.Revoked.Contains(measure) && state is not CaseState.Closed);

    // When the veto is taken back as void because a report had been handed in by the deadline, the inspection decides after all (S8).
    private static bool Reopens(Measure measure, Revocation revocation, CaseFile file) =>
        measure == Measure.Veto && revocation is Revocation.Void && !file.Revoked.Contains(Measure.Listing);

    public static Decision Of(CaseCommand.RevokeSanction command, CaseState.Opened state, DecisionContext context)
    {
        if (state.File.Find(command.SanctionId) is not { } sanction)
            return Rejection.Rule("sanctionId", RevocationMessages.UnknownSanction.With(context.CaseId, command.SanctionId));

        var (revocation, refusal) = Read(command.Effect, sanction.Term.From, context);
        if (refusal is not null) return refusal;

        return !Frees(sanction, revocation!)
            ? NothingLeft(
                "sanctionId", RevocationMessages.TheSanction.With(command.SanctionId),
                sanction.Revocation is not null, revocation!, [sanction])
            : Decision.Accept(new CaseEvent.SanctionRevoked(command.SanctionId, revocation!, command.Reason, command.DecidedBy));
    }

    /// <summary>
    /// Takes a notice or a talk back. It barred nobody, so no sanction changes; a higher rung that followed it is not revoked with it.
    /// </summary>
    public static Decision Of(CaseCommand.RevokeRung command, CaseState.Opened state, DecisionContext context)
    {
        if (state.File.Opening is not Opening.Admonition { Entry: var issued })
            return Rejection.Conflict("measure", RevocationMessages.NoAdmonition);
        if (state is CaseState.Revoked)
            return Rejection.Conflict("measure", RevocationMessages.RungRevokedBefore.With(issued.Rung));

        var (revocation, refusal) = Read(command.Effect, issued.IssuedOn, context);
        if (refusal is not null) return refusal;
        return revocation is Revocation.FromDate(var on)
            && state is not (CaseState.Listed or CaseState.NextRungProposed or CaseState.ConsequenceProposed)
            ? Rejection.Conflict("effect", RevocationMessages.RungOver.With(issued.Rung, on))
            : Decision.Accept(new CaseEvent.RungRevoked(issued.Rung, revocation!, command.Reason, command.DecidedBy));
    }

    // The refusal of a revocation that would free nobody. It says why, because whoever revokes a measure expects it to free somebody.
    private static Rejection NothingLeft(string member, Message what, bool before, Revocation revocation, IReadOnlyList<Sanction> sanctions)
    {
        var last = sanctions.Select(sanction => sanction.Barred?.To).Max();
        return Rejection.Conflict(member, (before, last, revocation) switch
        {
            (true, { }, Revocation.FromDate) => RevocationMessages.SanctionsRevokedInPart.With(what),
            (true, _, _) => RevocationMessages.SanctionsRevoked.With(what),
            (_, { } day, Revocation.FromDate) => RevocationMessages.SanctionsOver.With(what, day),
            (_, { } day, _) => RevocationMessages.SanctionsOverAndVoid.With(what, day),
            _ => RevocationMessages.BarsNobody.With(what),
        });
    }

    private static bool Frees(Sanction sanction, Revocation revocation) => sanction.TakenBack(revocation).Barred != sanction.Barred;

    private static (Revocation?, Rejection?) Read(RevocationEffect effect, DateOnly earliest, DecisionContext context)
    {
        if (effect is RevocationEffect.Void) return (new Revocation.Void(), null);
        if (effect is not RevocationEffect.FromDate(var day)) throw new UnreachableException(effect.GetType().Name);

        // A measure that begins on a future day can be taken back from today on: then it never bars.
        var (on, latest) = (day ?? context.Today, context.Today);
        if (earliest > latest) earliest = latest;
        return on >= earliest && on <= latest
            ? (new Revocation.FromDate(on), null)
            : (null, Rejection.Rule("on", RevocationMessages.DateOutOfRange.With(earliest, latest, on)));
    }
}

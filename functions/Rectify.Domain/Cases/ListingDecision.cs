using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>挂牌督办: decides on placing a unit under supervised listing.</summary>
internal static class ListingDecision
{
    public static Decision Of(CaseCommand.ListUnit command, DecisionContext context)
    {
        var rulebook = command.Rulebook;
        if (rulebook.Listing is not { } rule) return Rejection.Rule("rulebookId", OpeningMessages.ListingNotUsed.With(rulebook.Id));
        var start = new PeriodStart("listedOn", Rung.Listing, command.ListedOn, command.ReceivedOn, command.EventOn);
        var wrongDay = start.Refuse(rulebook, context);
        var period = command.Period ?? rule.Period;
        var (deadline, noDeadline) = (period, wrongDay) switch
        {
            (null, _) => (null, Rejection.Rule("period", OpeningMessages.NoPeriod.With(rulebook.Id, Rung.Listing))),
            (_, null) => start.DeadlineOf(period, rulebook, context),
            _ => default,
        };
        var refusal = Rejection.Together(
            wrongDay, OpeningLimits.RefuseRulebook(rulebook, command.ListedOn),
            OpeningLimits.RefuseKind(command.Unit, Rung.Listing, rulebook),
            LeaderList.Refuse(command.Leaders, rulebook, Measure.Listing), noDeadline,
            OpeningLimits.RefuseDecider("issuerLevel", command.IssuerLevel, Rung.Listing, rulebook),
            OpeningLimits.RefuseGrounds(command.GroundCodes, Rung.Listing, rulebook),
            OpeningLimits.RefuseReportDay(command.ReportDueOn, command.ListedOn, deadline));
        if (refusal is not null || deadline is null) return refusal!;

        var listed = new CaseEvent.UnitListed(
            command.Unit, command.Ground, command.Severity, command.Facts, command.Goals, command.ListedOn, command.ReceivedOn,
            period!, deadline, command.Leaders, command.DocumentNumber, command.LegalBasis, command.IssuedBy, rulebook,
            command.PrecededBy, command.EventOn, command.ReportDueOn, command.PreviousCaseId, command.SharedBy,
            command.GroundCodes)
        {
            VisitId = command.VisitId,
            IssuerLevel = command.IssuerLevel,
        };
        return Consequence.ListingTerm(command.ListedOn, rulebook) is { } term
            ? Decision.Accept([listed, .. Consequence.Sanctions(Measure.Listing, term, CaseFile.Of(listed), context.CaseId)])
            : Decision.Accept(listed);
    }
}

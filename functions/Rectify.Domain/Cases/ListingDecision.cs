using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>挂牌督办: placing a unit under supervised listing.</summary>
internal static class ListingDecision
{
    public static Decision Of(CaseCommand.ListUnit command, DecisionContext context)
    {
        var start = new PeriodStart("listedOn", "listing", "listing", "S7", command.ListedOn);
        if (Refuse(command, start, context) is { } early) return early;
        var (deadline, refusal) = start.DeadlineOf(command.Period, context);
        if (deadline is null) return refusal!;

        var listed = new CaseEvent.UnitListed(
            command.Unit, command.Ground, command.Severity, command.Facts, command.Goals, command.ListedOn, command.ReceivedOn,
            command.Period, deadline, command.Leaders, command.DocumentNumber, command.LegalBasis, command.IssuedBy, command.Rulebook, command.PrecededBy);
        var term = Consequence.ListingTerm(command.ListedOn, command.Rulebook);
        return Decision.Accept([listed, .. Consequence.Sanctions(Measure.Listing, term, CaseFile.Of(listed), context.CaseId)]);
    }

    private static Rejection? Refuse(CaseCommand.ListUnit command, PeriodStart start, DecisionContext context)
    {
        var rulebook = command.Rulebook;
        if (start.Refuse(rulebook, context) is { } wrongDay) return wrongDay;
        if (command.ReceivedOn is { } receivedOn && receivedOn < command.ListedOn)
            return Rejection.Rule("received-before-listing", "receivedOn", $"A notice is received on or after the listing date {command.ListedOn:yyyy-MM-dd}; got {receivedOn:yyyy-MM-dd}.");
        if (!rulebook.InForceOn(command.ListedOn))
            return Rejection.Rule("rulebook-not-in-force", "rulebookId", $"The rulebook {rulebook.Id} is not in force on {command.ListedOn:yyyy-MM-dd}.");
        return LeaderList.Refuse(command.Leaders, rulebook);
    }
}

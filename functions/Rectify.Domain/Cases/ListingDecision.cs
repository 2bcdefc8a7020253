using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>挂牌督办: decides on placing a unit under supervised listing.</summary>
internal static class ListingDecision
{
    public static Decision Of(CaseCommand.ListUnit command, DecisionContext context)
    {
        var start = new PeriodStart("listedOn", Rung.Listing, command.ListedOn);
        var wrongDay = start.Refuse(command.Rulebook, context);
        var (deadline, noDeadline) = wrongDay is null ? start.DeadlineOf(command.Period, command.Rulebook, context) : default;
        var refusal = Rejection.Together(
            wrongDay, RefuseReceipt(command, context), RefuseRulebook(command),
            LeaderList.Refuse(command.Leaders, command.Rulebook, Measure.Listing), noDeadline);
        if (refusal is not null || deadline is null) return refusal!;

        var listed = new CaseEvent.UnitListed(
            command.Unit, command.Ground, command.Severity, command.Facts, command.Goals, command.ListedOn, command.ReceivedOn,
            command.Period, deadline, command.Leaders, command.DocumentNumber, command.LegalBasis, command.IssuedBy, command.Rulebook,
            command.PrecededBy);
        var term = Consequence.ListingTerm(command.ListedOn, command.Rulebook);
        return Decision.Accept([listed, .. Consequence.Sanctions(Measure.Listing, term, CaseFile.Of(listed), context.CaseId)]);
    }

    // The notice may be received on a future day, but not so far ahead that no plan and no report would ever be due.
    private static DateOnly Latest(DateOnly listedOn, Rulebook rulebook, DecisionContext context) =>
        (listedOn > context.Today ? listedOn : context.Today).AddDays(rulebook.Backdating.MaxDaysAhead);

    private static Rejection? RefuseReceipt(CaseCommand.ListUnit command, DecisionContext context)
    {
        var rulebook = command.Rulebook;
        if (command.ReceivedOn is not { } received) return null;
        if (received < command.ListedOn)
            return Rejection.Rule("receivedOn", OpeningMessages.ReceivedBeforeListing.With(command.ListedOn, received));

        var last = Latest(command.ListedOn, rulebook, context);
        return received <= last
            ? null
            : Rejection.Rule(
                "receivedOn", OpeningMessages.ReceivedTooLate.With(last, rulebook.Id, rulebook.Backdating.MaxDaysAhead, received));
    }

    private static Rejection? RefuseRulebook(CaseCommand.ListUnit command) => command.Rulebook.InForceOn(command.ListedOn)
        ? null
        : Rejection.Rule("rulebookId", OpeningMessages.RulebookNotInForce.With(command.Rulebook.Id, command.ListedOn));
}

using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>挂牌督办: placing a unit under supervised listing.</summary>
internal static class ListingDecision
{
    public static Decision Of(CaseCommand.ListUnit command, DecisionContext context)
    {
        if (Refuse(command, context) is { } early) return early;

        if (Deadline.Refusal(command.ListedOn, command.Period, context.Calendar) is { } noDeadline)
            return Rejection.Rule("no-deadline", "period", noDeadline);

        var deadline = Deadline.Of(command.ListedOn, command.Period, context.Calendar);
        if (deadline.Effective <= command.ListedOn)
            return Rejection.Rule("deadline-before-listing", "period.dueOn", $"A deadline lies after the listing date {command.ListedOn:yyyy-MM-dd}; got {deadline.Effective:yyyy-MM-dd}. (D2)");
        var latest = command.ListedOn.AddMonths(Period.Months.Max);
        if (deadline.Nominal > latest)
            return Rejection.Rule("deadline-too-far", "period", $"A rectification period is at most {Period.Months.Max} months, to {latest:yyyy-MM-dd}; got {deadline.Nominal:yyyy-MM-dd}. (D2)");
        if (deadline.ExpiresAt <= context.Now)
            return Rejection.Rule("deadline-in-the-past", "period", $"The period ends on {deadline.Effective:yyyy-MM-dd}, and today is {context.Today:yyyy-MM-dd}: a listing leaves time to rectify. (S7)");

        var listed = new CaseEvent.UnitListed(
            command.Unit, command.Ground, command.Severity, command.Facts, command.Goals, command.ListedOn, command.ReceivedOn,
            command.Period, deadline, command.Leaders, command.DocumentNumber, command.LegalBasis, command.IssuedBy, command.Rulebook);
        var term = Consequence.ListingTerm(command.ListedOn, command.Rulebook);
        return Decision.Accept([listed, .. Consequence.Sanctions(Measure.Listing, term, CaseFile.Of(listed), context.CaseId)]);
    }

    private static Rejection? Refuse(CaseCommand.ListUnit command, DecisionContext context)
    {
        var rulebook = command.Rulebook;
        if (CoveredDay.Refuse("listedOn", command.ListedOn, context.Calendar) is { } uncovered) return uncovered;

        var earliest = context.Today.AddDays(-rulebook.Backdating.MaxDaysBack);
        var latest = context.Today.AddDays(rulebook.Backdating.MaxDaysAhead);
        if (command.ListedOn < earliest || command.ListedOn > latest)
            return Rejection.Rule("listing-date-out-of-range", "listedOn", $"A listing date lies between {earliest:yyyy-MM-dd} and {latest:yyyy-MM-dd} (rulebook {rulebook.Id}: {rulebook.Backdating.MaxDaysBack} days back, {rulebook.Backdating.MaxDaysAhead} ahead); got {command.ListedOn:yyyy-MM-dd}.");
        if (command.ReceivedOn is { } receivedOn && receivedOn < command.ListedOn)
            return Rejection.Rule("received-before-listing", "receivedOn", $"A notice is received on or after the listing date {command.ListedOn:yyyy-MM-dd}; got {receivedOn:yyyy-MM-dd}.");
        if (!rulebook.InForceOn(command.ListedOn))
            return Rejection.Rule("rulebook-not-in-force", "rulebookId", $"The rulebook {rulebook.Id} is not in force on {command.ListedOn:yyyy-MM-dd}.");

        return LeaderList.Refuse(command.Leaders, rulebook);
    }
}

using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>通报、约谈: the rungs below the listing, each with a period, and nobody barred (S16).</summary>
internal static class AdmonitionDecision
{
    public static Decision Of(CaseCommand.Admonish command, DecisionContext context)
    {
        var (rulebook, name) = (command.Rulebook, WireName.Of(command.Rung));
        if (rulebook.Ladder?.Of(command.Rung) is not { } rule)
            return Rejection.Rule("rung-not-used", "rung", $"The rulebook {rulebook.Id} uses {Used(rulebook)} below the listing; got {name}. (S16{(rulebook.Ladder is { Source: var source } ? $", {source}" : "")})");

        var start = new PeriodStart("issuedOn", "issue", name, "S16", command.IssuedOn);
        if (start.Refuse(rulebook, context) is { } wrongDay) return wrongDay;
        if (!rulebook.InForceOn(command.IssuedOn))
            return Rejection.Rule("rulebook-not-in-force", "rulebookId", $"The rulebook {rulebook.Id} is not in force on {command.IssuedOn:yyyy-MM-dd}.");
        if (LeaderList.RefuseCalled(command.Leaders, command.Rung) is { } wrongLeaders) return wrongLeaders;

        var period = command.Period ?? rule.Period;
        var (deadline, refusal) = start.DeadlineOf(period, context);
        return deadline is null
            ? refusal!
            : Decision.Accept(new CaseEvent.AdmonitionIssued(
                command.Unit, command.Rung, command.Ground, command.Severity, command.Facts, command.Goals, command.IssuedOn, period, deadline,
                command.Leaders, command.DocumentNumber, command.LegalBasis, command.IssuedBy, rulebook, command.PrecededBy));
    }

    private static string Used(Rulebook rulebook) => (rulebook.Ladder?.Notice, rulebook.Ladder?.Talk) switch
    {
        (null, null) => "no rung",
        (null, _) => "talk",
        (_, null) => "notice",
        _ => "notice and talk",
    };
}

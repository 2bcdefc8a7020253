using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>
/// Decides on issuing a notice (通报) or an admonishing talk (约谈): the rungs below the listing, which set a period and bar nobody (S16).
/// </summary>
internal static class AdmonitionDecision
{
    public static Decision Of(CaseCommand.Admonish command, DecisionContext context)
    {
        var rulebook = command.Rulebook;
        if (rulebook.Ladder?.Of(command.Rung) is not { } rule)
        {
            var source = rulebook.Ladder is { } ladder ? $", {ladder.Source}" : "";
            return Rejection.Rule("rung", OpeningMessages.RungNotUsed.With(rulebook.Id, Used(rulebook), command.Rung, source));
        }

        var start = new PeriodStart("issuedOn", command.Rung, command.IssuedOn, command.ReceivedOn, command.EventOn);
        var period = command.Period ?? rule.Period;
        var wrongDay = start.Refuse(rulebook, context);
        var (deadline, noDeadline) = wrongDay is null ? start.DeadlineOf(period, rulebook, context) : default;
        var refusal = Rejection.Together(
            wrongDay,
            OpeningLimits.RefuseRulebook(rulebook, command.IssuedOn),
            OpeningLimits.RefuseKind(command.Unit, command.Rung, rulebook),
            LeaderList.RefuseCalled(command.Leaders, command.Rung), noDeadline,
            OpeningLimits.RefuseDecider("issuerLevel", command.IssuerLevel, command.Rung, rulebook),
            OpeningLimits.RefuseGrounds(command.GroundCodes, command.Rung, rulebook),
            OpeningLimits.RefuseReportDay(command.ReportDueOn, command.IssuedOn, deadline));
        return refusal is not null || deadline is null
            ? refusal!
            : Decision.Accept(new CaseEvent.AdmonitionIssued(
                command.Unit, command.Rung, command.Ground, command.Severity, command.Facts, command.Goals, command.IssuedOn, period,
                deadline,
                command.Leaders, command.DocumentNumber, command.LegalBasis, command.IssuedBy, rulebook, command.PrecededBy,
                command.ReceivedOn, command.EventOn, command.ReportDueOn, command.PreviousCaseId, command.SharedBy,
                command.GroundCodes)
            {
                VisitId = command.VisitId,
                IssuerLevel = command.IssuerLevel,
            });
    }

    private static Message Used(Rulebook rulebook) => (rulebook.Ladder?.Notice, rulebook.Ladder?.Talk) switch
    {
        (null, null) => OpeningMessages.NoRung,
        (null, _) => OpeningMessages.TalkOnly,
        (_, null) => OpeningMessages.NoticeOnly,
        _ => OpeningMessages.NoticeAndTalk,
    };
}

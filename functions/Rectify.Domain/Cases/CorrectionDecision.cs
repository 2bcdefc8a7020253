using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>更正: facts, persons or document number were entered wrongly. A new entry says so; no old one is changed (S10).</summary>
internal static class CorrectionDecision
{
    public static Decision Of(CaseCommand.CorrectCase command, CaseState.Opened state, DecisionContext context)
    {
        var (file, opening) = (state.File, state.File.Opening);
        if (command.Leaders is { } named && Refuse(named, file) is { } refusal) return refusal;
        if ((command.Facts ?? opening.Facts) == opening.Facts && (command.DocumentNumber ?? opening.DocumentNumber) == opening.DocumentNumber
            && (command.Leaders ?? opening.Leaders).SequenceEqual(opening.Leaders))
        {
            return Rejection.Rule("nothing-to-correct", "reason", "A correction gives facts, officials or a document number, other than they stand in the case. (S10)");
        }

        var corrected = new CaseEvent.CaseCorrected(
            context.Today, command.Facts, command.DocumentNumber, command.Leaders, command.Reason, command.DecidedBy);
        var leaders = command.Leaders ?? opening.Leaders;
        return Decision.Accept(
        [
            corrected,
            .. leaders.ExceptBy(opening.Leaders.Select(leader => leader.OfficialId), leader => leader.OfficialId)
                .SelectMany((leader, index) => Imposed(new Subject.Official(leader.OfficialId), index, file, context.CaseId)),
            .. opening.Leaders.ExceptBy(leaders.Select(leader => leader.OfficialId), leader => leader.OfficialId)
                .SelectMany(leader => Freed(new Subject.Official(leader.OfficialId), file, command)),
        ]);
    }

    private static Rejection? Refuse(IReadOnlyList<ListedLeader> leaders, CaseFile file) =>
        file.Opening is Opening.Admonition ? LeaderList.RefuseCalled(leaders, file.Rung) : LeaderList.Refuse(leaders, file.Rulebook);

    // Who should have been named is barred as the others are, from the first day of each measure (S6).
    private static IEnumerable<CaseEvent> Imposed(Subject subject, int index, CaseFile file, CaseId caseId) =>
        from measure in file.MeasuresTaken
        let ofMeasure = file.Sanctions.Where(sanction => sanction.Measure == measure).ToList()
        let like = ofMeasure.Where(sanction => sanction.Barred is not null).MaxBy(sanction => sanction.Barred!.Value.To)
        where like is not null
        select new CaseEvent.SanctionImposed(
            Consequence.Sanction(measure, like.Term, subject, ofMeasure.Count + index, caseId).Sanction with { Revocation = like.Revocation });

    // Who should not have been named was never rightly barred.
    private static IEnumerable<CaseEvent> Freed(Subject subject, CaseFile file, CaseCommand.CorrectCase command) =>
        from sanction in file.Sanctions
        where sanction.Subject == subject && sanction.Barred is not null
        select new CaseEvent.SanctionRevoked(sanction.Id, new Revocation.Void(), command.Reason, command.DecidedBy);
}

using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Cases;

/// <summary>Warnings about a case: what an officer should know although no rule is broken.</summary>
public static class CaseWarnings
{
    public static IReadOnlyList<string> Of(CaseFile file) =>
    [
        .. LittleLeft(file),
        .. Timely(file).Select(pair => $"{pair.English} (S8, S10)"),
        .. FreedAlone(file).Select(pair => $"{pair.English} (S6, S10)"),
    ];

    /// <summary>
    /// The warning about a report that had been handed in by the deadline and was entered after a person had decided: the decision has to
    /// be reviewed. In both languages.
    /// </summary>
    public static IEnumerable<Bilingual> Timely(CaseFile file)
    {
        if (file is not { TimelyReport: { SubmittedOn: var day } report, Deadline: { } deadline }) yield break;
        var (stands, inEnglish) = file.FollowedBy is { } follower
            ? ($"此前已升级（案件 {follower.CaseId}），请决定是否撤销后续措施",
                $"the case {follower.CaseId} had followed: decide whether it is taken back")
            : file.Revoked.Contains(Domain.Sanctions.Measure.Listing)
                ? ("一票否决待重新决定：予以确认，或者撤销", "the veto is to be decided again: confirmed, or taken back")
                : ("一票否决待重新决定：予以确认，或者撤销（自始无效），撤销的恢复待验收",
                    "the veto is to be decided again: confirmed, or taken back as void, and then the inspection decides");
        var (within, withinInEnglish) = day <= deadline.Effective
            ? ($"在整改期限（{deadline.Effective:yyyy-MM-dd}）内", $"by the deadline {deadline.Effective:yyyy-MM-dd}")
            : ($"在整改期限（{deadline.Effective:yyyy-MM-dd}）届满后书面申请验收的期限内",
                $"within the days to apply for the inspection after the deadline {deadline.Effective:yyyy-MM-dd}");
        yield return (
            $"{report.EnteredOn:yyyy-MM-dd} 补录的整改报告于 {day:yyyy-MM-dd} 提交，{within}；{stands}。",
            $"submission: a report entered on {report.EnteredOn:yyyy-MM-dd} had been handed in on {day:yyyy-MM-dd}, {withinInEnglish}; "
            + $"{inEnglish}.");
    }

    /// <summary>
    /// The warnings about persons whose sanction under the listing was taken back, and whom a veto that follows would bar all the same.
    /// </summary>
    public static IEnumerable<Bilingual> FreedAlone(CaseFile file) =>
        from leader in file is { Opening: Opening.Listing, Veto: null, Release: null } ? file.LeadersOf(Domain.Sanctions.Measure.Veto) : []
        where !file.Revoked.Contains(Domain.Sanctions.Measure.Listing)
            && file.Sanctions.Any(sanction => sanction is { Measure: Domain.Sanctions.Measure.Listing, Revocation: not null }
                && sanction.Subject.IdText == leader.OfficialId.Value)
        select new Bilingual(
            $"{leader.Name}因挂牌督办受到的限制已单独撤销；逾期一票否决时仍按列明的人员限制此人。不应受限制的，以更正去掉此人。",
            $"officials: the sanction of {leader.Name} ({leader.OfficialId}) was taken back alone, and a veto that follows bars this "
            + "person all the same; a correction takes out who should not be barred.");

    private static IEnumerable<string> LittleLeft(CaseFile file) =>
        LittleLeftOf(file) is { } left && file.Veto is { DecidedOn: { } decidedOn, Term: var term }
        ? [$"veto: {left} day(s) of the year were left on the day of the decision, {decidedOn:yyyy-MM-dd}, "
            + $"since it counts from the event of {term.From:yyyy-MM-dd} and ends on {term.To:yyyy-MM-dd}. "
            + $"(S3, {file.Rulebook.DirectVeto!.EventSource})"]
        : [];

    /// <summary>
    /// How many days of a veto that counts from its event were left on the day of the decision, when they are few; else null.
    /// </summary>
    public static int? LittleLeftOf(CaseFile file) =>
        file is { Veto: { Ground: VetoGround.GraveHarm, DecidedOn: { } decidedOn, Term: var term }, Rulebook.DirectVeto: { } rule }
        && term.To.DayNumber - decidedOn.DayNumber + 1 is var left && left <= rule.LittleLeftDays
            ? left
            : null;
}

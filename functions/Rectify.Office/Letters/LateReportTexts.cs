using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;

namespace Rectify.Office.Letters;

/// <summary>Mails about reports and inspections that were entered late (补录的整改报告和验收) and change what follows (S8, S10).</summary>
internal static class LateReportTexts
{
    /// <summary>
    /// A report that had been handed in by the deadline was entered after a person had decided: the office has to decide again.
    /// </summary>
    public static Mailing Noted(CaseEvent.TimelySubmissionNoted noted, CaseFile file)
    {
        var (report, reportInEnglish) = InTime(file, noted.SubmittedOn, noted.EnteredOn);
        var (stands, standsInEnglish) = WhatStands(file);
        var (choice, choiceInEnglish) = file switch
        {
            { Veto: null } => ("请决定是否撤销后续措施。", "Please decide whether what followed is taken back."),
            { Revoked: var revoked } when revoked.Contains(Measure.Listing) =>
                ("请重新决定：予以确认，或者撤销。", "Please decide again: confirm it, or take it back."),
            _ => ("请重新决定：予以确认，或者撤销（自始无效）；撤销的，案件恢复待验收。",
                "Please decide again: confirm it, or take it back as void; then the case awaits its inspection again."),
        };
        return new(
            "timely-report",
            [new Capacity.Office()],
            Chinese: new(
                Wording.Headline(file, "补录期限内提交的整改报告，原决定待重新决定"),
                $"""
                {report}
                文号：{file.Opening.DocumentNumber}。
                整改期限：{Wording.Until(file.Deadline!)}。
                {stands}，重新决定前继续有效。
                """,
                [],
                choice),
            English: new(
                EnglishWording.Headline(file, "a report handed in in time was entered, what was decided is to be decided again"),
                $"""
                {reportInEnglish}
                Document number: {file.Opening.DocumentNumber}.
                Rectification period: {EnglishWording.Until(file.Deadline!)}.
                {standsInEnglish} until it is decided again.
                """,
                [],
                choiceInEnglish));
    }

    /// <summary>The veto was taken back as void because of such a report; the inspection decides after all.</summary>
    public static Mailing Reopened(CaseEvent.InspectionReopened reopened, CaseFile file) => new(
        "inspection-reopened",
        [new Capacity.Office(), new Capacity.Liaison()],
        Chinese: new(
            Wording.Headline(file, $"恢复待验收（{Wording.Day(reopened.SubmittedOn)}提交）"),
            Wording.Lines(
                $"{file.Opening.Unit.Name}已于{Wording.Day(reopened.SubmittedOn)}"
                + $"在{Wording.InTime(reopened.SubmittedOn, file)}内提交整改报告，因期限届满的一票否决已撤销，案件恢复待验收。",
                $"文号：{file.Opening.DocumentNumber}。"),
            [],
            Wording.InspectionDecides(file)),
        English: new(
            EnglishWording.Headline(file, $"the report of {EnglishWording.Day(reopened.SubmittedOn)} awaits its inspection"),
            Wording.Lines(
                $"{file.Opening.Unit.Name} had handed in its rectification report on {EnglishWording.Day(reopened.SubmittedOn)}, "
                + $"within the {EnglishWording.InTime(reopened.SubmittedOn, file)}. "
                + "The one-vote veto that followed from the end of the period is revoked, and the case awaits inspection again.",
                $"Document number: {file.Opening.DocumentNumber}."),
            [],
            EnglishWording.InspectionDecides(file)));

    /// <summary>
    /// A failed inspection within the period was entered that judged an earlier report; a later report still awaits its inspection.
    /// </summary>
    public static Mailing EarlierFailed(CaseEvent.EarlierInspectionFailed failed, CaseState.Opened after)
    {
        var file = after.File;
        var awaited = after is CaseState.AwaitingInspection { SubmittedOn: var day } ? day : failed.InspectedOn;
        return new(
            "earlier-inspection-failed",
            [new Capacity.Office(), new Capacity.Liaison()],
            Chinese: new(
                Wording.Headline(file, $"补录验收不合格（{Wording.Day(failed.InspectedOn)}），其后的报告仍待验收"),
                $"""
                {file.Opening.Unit.Name}经{Wording.Day(failed.InspectedOn)}验收，未达到整改目标，验收不合格。
                文号：{file.Opening.DocumentNumber}。
                """,
                [],
                $"{Wording.Day(awaited)}提交的整改报告仍待验收，结论作出前{Wording.NothingFollows(file)}。"),
            English: new(
                EnglishWording.Headline(file,
                    $"inspection of {EnglishWording.Day(failed.InspectedOn)} failed, a later report still awaits its own"),
                Wording.Lines(
                    $"{file.Opening.Unit.Name} was inspected on {EnglishWording.Day(failed.InspectedOn)}, "
                    + "had not reached the goal and failed the inspection.",
                    $"Document number: {file.Opening.DocumentNumber}."),
                [],
                $"The report handed in on {EnglishWording.Day(awaited)} still awaits its inspection; "
                + $"until it has been judged, {EnglishWording.NothingFollows(file)} from the end of the period."));
    }

    /// <summary>That a report came in in time and was entered later.</summary>
    public static (string Chinese, string English) InTime(CaseFile file, DateOnly submittedOn, DateOnly enteredOn) => (
        $"{file.Opening.Unit.Name}已于{Wording.Day(submittedOn)}在{Wording.InTime(submittedOn, file)}内提交整改报告、申请验收，"
        + $"于{Wording.Day(enteredOn)}补录。",
        $"{file.Opening.Unit.Name} handed in its rectification report on {EnglishWording.Day(submittedOn)}, "
        + $"within the {EnglishWording.InTime(submittedOn, file)}, "
        + $"and asked to be inspected; it was entered on {EnglishWording.Day(enteredOn)}.");

    private static (string Chinese, string English) WhatStands(CaseFile file) => file switch
    {
        { FollowedBy: { } follower } => ($"此前已升级为{Wording.Of(follower.Rung)}（案件{follower.CaseId}）",
            $"The case {follower.CaseId}, a {Domain.WireName.Of(follower.Rung)} that followed, stands"),
        { Veto.DecidedOn: { } decidedOn } =>
            ($"{Wording.Day(decidedOn)}决定的一票否决", $"The one-vote veto, decided on {EnglishWording.Day(decidedOn)}, stands"),
        { Veto: not null } => ("一票否决", "The one-vote veto stands"),
        _ => ("拟予以的一票否决", "The proposal of the one-vote veto stands"),
    };
}

using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;

namespace Rectify.Office.Letters;

/// <summary>Mails about rectification reports, inspections and releases (整改报告、验收、摘牌).</summary>
internal static class InspectionTexts
{
    public static Mailing Submitted(DateOnly submittedOn, CaseFile file) => new(
        "submission-received",
        [new Capacity.Office(), new Capacity.Liaison()],
        Chinese: new(
            Wording.Headline(file, $"已收到整改报告，待验收（{Wording.Day(submittedOn)}提交）"),
            $"""
            {file.Opening.Unit.Name}已于{Wording.Day(submittedOn)}提交整改报告、申请验收。
            文号：{file.Opening.DocumentNumber}。
            整改期限：{Wording.Until(file.Deadline!)}。
            """,
            [],
            $"案件转入待验收。{Wording.InspectionDecides(file)}"),
        English: new(
            EnglishWording.Headline(file, $"rectification report received on {EnglishWording.Day(submittedOn)}, inspection to follow"),
            $"""
            {file.Opening.Unit.Name} handed in its rectification report on {EnglishWording.Day(submittedOn)} and asked to be inspected.
            Document number: {file.Opening.DocumentNumber}.
            Rectification period: {EnglishWording.Until(file.Deadline!)}.
            """,
            [],
            $"The case now awaits inspection. {EnglishWording.InspectionDecides(file)}"));

    /// <summary>
    /// A report that had been handed in by the deadline was entered after it: what followed from the expired deadline is void (S8).
    /// </summary>
    public static Mailing EnteredLate(CaseEvent.TimelySubmissionEntered entered, Moment moment)
    {
        var file = moment.File;
        var (report, reportInEnglish) = LateReportTexts.InTime(file, entered.SubmittedOn, entered.EnteredOn);
        var (undone, undoneInEnglish) = moment.Before switch
        {
            CaseState.Vetoed =>
                ("因期限届满作出的一票否决自始无效", "the one-vote veto that followed from the end of the period is void from the start"),
            CaseState.NextRungProposed =>
                ("因期限届满拟作的升级不再提出", "the next rung proposed because of the end of the period is withdrawn"),
            CaseState.ConsequenceProposed =>
                ("因期限届满待作的处理不再提出", "what was to be decided because of the end of the period is withdrawn"),
            _ => ("因期限届满拟予以的一票否决不再提出", "the one-vote veto proposed because of the end of the period is withdrawn"),
        };
        return new(
            "submission-entered",
            Capacity.Everybody(file),
            Chinese: new(
                Wording.Headline(file, $"补录期限内提交的整改报告，{undone}"),
                $"""
                {report}
                文号：{file.Opening.DocumentNumber}。
                整改期限：{Wording.Until(file.Deadline!)}。
                {undone}。
                """,
                SanctionLines.Revoked(moment.Changed, file),
                $"案件转入待验收。{Wording.InspectionDecides(file)}"),
            English: new(
                EnglishWording.Headline(file, $"report handed in in time and entered late, {undoneInEnglish}"),
                $"""
                {reportInEnglish}
                Document number: {file.Opening.DocumentNumber}.
                Rectification period: {EnglishWording.Until(file.Deadline!)}.
                So {undoneInEnglish}.
                """,
                EnglishSanctionLines.Revoked(moment.Changed, file),
                $"The case now awaits inspection. {EnglishWording.InspectionDecides(file)}"));
    }

    public static Mailing Passed(CaseEvent.InspectionPassed passed, CaseFile file)
    {
        var (unit, number) = (file.Opening.Unit.Name, file.Opening.DocumentNumber);
        var running = file.Sanctions.Where(sanction => sanction.Barred?.To >= passed.InspectedOn).ToList();
        return new(
            "inspection-passed",
            Capacity.Everybody(file),
            Chinese: new(
                Wording.Headline(Measure.Listing, file, "验收合格，解除挂牌督办"),
                $"{unit}经{Wording.Day(passed.InspectedOn)}验收合格，{number}的挂牌督办自该日起解除。"
                + Numbered("解除文号：", passed, "。"),
                SanctionLines.Barred(running, file),
                !file.ListingBars ? null : file.Rulebook.ListingSanction == ListingSanction.FixedTerm
                    ? "解除挂牌督办不缩短因挂牌督办取消资格的期限。"
                    : "因挂牌督办取消的资格，自解除挂牌督办的次日起恢复。"),
            English: new(
                EnglishWording.Headline(Measure.Listing, file, "inspection passed, listing released"),
                $"{unit} passed its inspection of {EnglishWording.Day(passed.InspectedOn)}; "
                + $"from that day the supervised listing {number} is released."
                + Numbered(" Number of the release notice: ", passed, "."),
                EnglishSanctionLines.Barred(running, file),
                !file.ListingBars ? null : file.Rulebook.ListingSanction == ListingSanction.FixedTerm
                    ? "The release does not shorten the loss of eligibility that follows from the listing."
                    : "The eligibility lost because of the listing is back from the day after the release."));
    }

    private static string Numbered(string before, CaseEvent.InspectionPassed passed, string after) =>
        passed.DocumentNumber is { } number ? $"{before}{number}{after}" : "";

    public static Mailing Failed(CaseEvent.InspectionFailed failed, Moment moment)
    {
        var (next, file) = (moment.Next, moment.File);
        // When the inspection is entered after the period has ended, other events that fell due may stand between it and the missed
        // deadline; the mail says all the same that the deadline was missed.
        var isOver = moment.Entry.At >= file.Deadline!.ExpiresAt;
        var isMissed = isOver && (!file.HasTimeAfterDeadline || moment.LeadsToMissedDeadline);
        if (next is not (CaseEvent.ListingContinued or CaseEvent.RungContinued) && isMissed)
            next = new CaseEvent.DeadlineMissed(file.Deadline.Effective);
        return Failed(failed, next, file, isOver);
    }

    private static Mailing Failed(CaseEvent.InspectionFailed failed, CaseEvent? next, CaseFile file, bool isOver) => new(
        "inspection-failed",
        Capacity.Everybody(file),
        Chinese: new(
            Wording.Headline(file, $"验收不合格（{Wording.Day(failed.InspectedOn)}）"),
            $"""
            {file.Opening.Unit.Name}经{Wording.Day(failed.InspectedOn)}验收，未达到整改目标，验收不合格。
            文号：{file.Opening.DocumentNumber}。
            """,
            [],
            WhatFollows(next, file, isOver)),
        English: new(
            EnglishWording.Headline(file, $"inspection failed ({EnglishWording.Day(failed.InspectedOn)})"),
            Wording.Lines(
                $"{file.Opening.Unit.Name} was inspected on {EnglishWording.Day(failed.InspectedOn)}, "
                + "has not reached the goal and failed the inspection.",
                $"Document number: {file.Opening.DocumentNumber}."),
            [],
            WhatFollowsInEnglish(next, file, isOver)));

    private static string WhatFollows(CaseEvent? next, CaseFile file, bool isOver) => next switch
    {
        CaseEvent.ListingContinued continued => $"""
            整改期限已届满，经决定继续挂牌督办。
            原整改期限：{Wording.Until(continued.Previous)}。
            现整改期限：{Wording.Until(continued.Deadline)}。
            请在新的期限内完成整改，重新提交整改报告并申请验收。
            {Wording.Warning(file)}
            """,
        CaseEvent.RungContinued continued => $"""
            整改期限已届满，经决定继续整改。
            原整改期限：{Wording.Until(continued.Previous)}。
            现整改期限：{Wording.Until(continued.Deadline)}。
            请在新的期限内完成整改，重新提交整改报告并申请验收。
            {Wording.Warning(file)}
            """,
        CaseEvent.DeadlineMissed missed when file.AfterMissed != MissedStep.NextRung =>
            $"整改期限已于{Wording.Day(missed.Deadline)}当日24时届满。处理结果另行通知。",
        CaseEvent.DeadlineMissed missed when file.Opening is Opening.Admonition =>
            $"整改期限已于{Wording.Day(missed.Deadline)}当日24时届满。是否升级，由监督机关决定，另行通知。",
        CaseEvent.DeadlineMissed missed =>
            $"整改期限已于{Wording.Day(missed.Deadline)}当日24时届满，"
            + $"{(file.Rulebook.Escalation == Escalation.Automatic ? "" : "拟")}予以一票否决，另行通知。",
        _ when isOver => $"""
            整改期限已于{Wording.Day(file.Deadline!.Effective)}当日24时届满。
            {Wording.Warning(file)}
            """,
        _ => $"""
            整改期限不变：{Wording.Until(file.Deadline!)}。
            请继续整改，在期限内重新提交整改报告并申请验收。
            {Wording.Warning(file)}
            """,
    };

    private static string WhatFollowsInEnglish(CaseEvent? next, CaseFile file, bool isOver) => next switch
    {
        CaseEvent.ListingContinued continued => $"""
            The rectification period has expired; it was decided that the supervised listing continues.
            Previous period: {EnglishWording.Until(continued.Previous)}.
            Present period: {EnglishWording.Until(continued.Deadline)}.
            Please complete the rectification within the new period, hand in a new report and ask to be inspected.
            {EnglishWording.Warning(file)}
            """,
        CaseEvent.RungContinued continued => $"""
            The rectification period has expired; it was decided that rectification goes on.
            Previous period: {EnglishWording.Until(continued.Previous)}.
            Present period: {EnglishWording.Until(continued.Deadline)}.
            Please complete the rectification within the new period, hand in a new report and ask to be inspected.
            {EnglishWording.Warning(file)}
            """,
        CaseEvent.DeadlineMissed missed when file.AfterMissed != MissedStep.NextRung =>
            $"The rectification period expired at 24:00 on {EnglishWording.Day(missed.Deadline)}, China time. "
            + "Another mail will say what was decided.",
        CaseEvent.DeadlineMissed missed when file.Opening is Opening.Admonition =>
            $"The rectification period expired at 24:00 on {EnglishWording.Day(missed.Deadline)}, China time. "
            + "Whether a higher rung follows is for the supervising office to decide; another mail will say so.",
        CaseEvent.DeadlineMissed missed =>
            $"The rectification period expired at 24:00 on {EnglishWording.Day(missed.Deadline)}, China time. "
            + $"The one-vote veto is {(file.Rulebook.Escalation == Escalation.Automatic ? "imposed" : "proposed")}; another mail says so.",
        _ when isOver => $"""
            The rectification period expired at 24:00 on {EnglishWording.Day(file.Deadline!.Effective)}, China time.
            {EnglishWording.Warning(file)}
            """,
        _ => $"""
            The rectification period is unchanged: {EnglishWording.Until(file.Deadline!)}.
            Please go on, hand in a new report within the period and ask to be inspected.
            {EnglishWording.Warning(file)}
            """,
    };
}

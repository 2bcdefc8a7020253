using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;

namespace Rectify.Functions.Notices.Texts;

/// <summary>整改报告、验收、摘牌.</summary>
internal static class InspectionTexts
{
    public static Mailing Submitted(CaseEvent.RectificationSubmitted submitted, CaseFile file) => new(
        "submission-received",
        [new Capacity.Office(), new Capacity.Liaison()],
        Wording.Headline(Measure.Listing, file, $"已收到整改报告，待验收（{Wording.Day(submitted.SubmittedOn)}提交）"),
        $"""
        {file.Opening.Unit.Name}已于{Wording.Day(submitted.SubmittedOn)}提交整改报告、申请验收。
        文号：{file.Opening.DocumentNumber}。
        整改期限：{Wording.Until(file.Deadline)}。
        """,
        [],
        "案件转入待验收。整改目标是否达到以验收结论为准，结论作出前不因期限届满予以一票否决。");

    public static Mailing Passed(CaseEvent.InspectionPassed passed, CaseFile file) => new(
        "inspection-passed",
        Capacity.Everybody(file),
        Wording.Headline(Measure.Listing, file, "验收合格，解除挂牌督办"),
        $"{file.Opening.Unit.Name}经{Wording.Day(passed.InspectedOn)}验收合格，{file.Opening.DocumentNumber}的挂牌督办自该日起解除。",
        SanctionLines.Barred(file.Sanctions.Where(sanction => sanction.Barred?.To >= passed.InspectedOn), file),
        "解除挂牌督办不缩短因挂牌督办取消资格的期限。");

    public static Mailing Failed(CaseEvent.InspectionFailed failed, CaseEvent? next, CaseFile file) => new(
        "inspection-failed",
        Capacity.Everybody(file),
        Wording.Headline(Measure.Listing, file, $"验收不合格（{Wording.Day(failed.InspectedOn)}）"),
        $"""
        {file.Opening.Unit.Name}经{Wording.Day(failed.InspectedOn)}验收，未达到整改目标，验收不合格。
        文号：{file.Opening.DocumentNumber}。
        """,
        [],
        WhatFollows(next, file));

    private static string WhatFollows(CaseEvent? next, CaseFile file) => next switch
    {
        CaseEvent.ListingContinued continued => $"""
            整改期限已届满，经决定继续挂牌督办。
            原整改期限：{Wording.Until(continued.Previous)}。
            现整改期限：{Wording.Until(continued.Deadline)}。
            请在新的期限内完成整改，重新提交整改报告并申请验收。
            {Wording.Warning(file)}
            """,
        CaseEvent.DeadlineMissed missed => $"""
            整改期限已于{Wording.Day(missed.Deadline)}当日24时届满，予以一票否决，另行通知。
            """,
        _ => $"""
            整改期限不变：{Wording.Until(file.Deadline)}。
            请继续整改，在期限内重新提交整改报告并申请验收。
            {Wording.Warning(file)}
            """,
    };
}

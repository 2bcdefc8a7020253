using System.Diagnostics;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Office.Letters;

/// <summary>How dates, terms and rights are written in a Chinese mail.</summary>
public static class Wording
{
    public static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    /// <summary>The last day of a deadline, as it stands in a sentence.</summary>
    public static string Day(Deadline deadline) => $"{Day(deadline.Effective)}{Provisional(deadline)}";

    /// <summary>The last day of a deadline, as a remark in a subject line.</summary>
    public static string InBrackets(Deadline deadline) => $"（{Day(deadline.Effective)}{(deadline.Provisional ? "，暂定" : "")}）";

    /// <summary>The last day of a deadline and the hour at which it ends (D1).</summary>
    public static string Until(Deadline deadline) => $"{Day(deadline.Effective)}当日24时止{Provisional(deadline)}";

    public static string Interval(DayInterval interval) => interval.End is { } end
        ? $"{Day(interval.From)}至{Day(end)}（含首尾两日）"
        : $"自{Day(interval.From)}至解除挂牌督办之日（含首尾两日）";

    public static string Months(int months) => months switch
    {
        6 => "半年",
        12 => "一年",
        _ => $"{months}个月",
    };

    public static string Of(Measure measure) => measure switch
    {
        Measure.Listing => "挂牌督办",
        Measure.Veto => "一票否决",
        _ => throw new UnreachableException(measure.ToString()),
    };

    public static string Of(Rung rung) => rung switch
    {
        Rung.Notice => "通报",
        Rung.Talk => "约谈",
        Rung.Listing => Of(Measure.Listing),
        Rung.Veto => Of(Measure.Veto),
        _ => throw new UnreachableException(rung.ToString()),
    };

    public static string Of(Bars right) => right switch
    {
        Bars.Honour => "评选综合性荣誉称号资格",
        Bars.AwardAndPromotion => "评先受奖、晋职晋级资格",
        _ => throw new UnreachableException(right.ToString()),
    };

    /// <summary>The subject under the name it had when the unit was listed.</summary>
    public static string Name(Subject subject, CaseFile file) => subject switch
    {
        Subject.Unit(var id) => file.NameOf(id),
        Subject.Official(var id) => $"{file.EveryLeader.First(leader => leader.OfficialId == id).Name}同志",
        _ => throw new UnreachableException(subject.GetType().Name),
    };

    /// <summary>Subject line: measure, document number, news.</summary>
    public static string Headline(Measure measure, CaseFile file, string news) =>
        $"【{Of(measure)}】{file.Opening.DocumentNumber}：{news}";

    /// <summary>Subject line: the measure with which the case began, document number, news.</summary>
    public static string Headline(CaseFile file, string news) => $"【{Of(file.Rung)}】{file.Opening.DocumentNumber}：{news}";

    /// <summary>These lines, without those that are empty.</summary>
    public static string Lines(params IEnumerable<string> lines) => string.Join('\n', lines.Where(line => line.Length > 0));

    /// <summary>What happens when the deadline is missed (S7, S2; of a lower rung S16).</summary>
    public static string Warning(CaseFile file) => $"{MayApply(file)}{WhatFollows(file)}";

    /// <summary>
    /// The days after the deadline in which the unit may still apply for its inspection or hand in its report (S8); nothing where there
    /// are none.
    /// </summary>
    public static string MayApply(CaseFile file) =>
        (file.ApplicationWorkingDays is { } days ? $"期限届满后{days}个工作日内，可以书面申请验收。" : "")
        + (file.ReportAfterDeadline is { } report ? $"书面报告应于{Day(report)}前（含当日）报送，该日届满前不作逾期处理。" : "");

    /// <summary>
    /// The days within which a report of this day was handed in: the period, or those after it to apply for the inspection.
    /// </summary>
    public static string InTime(DateOnly day, CaseFile file) => day <= file.Deadline!.Effective ? "整改期限" : "届满后书面申请验收的期限";

    private static string WhatFollows(CaseFile file) => (file.AfterMissed, file.Opening) switch
    {
        (MissedStep.Criticism, _) => $"期限届满未达到整改目标的，依据{SourceOf(file)}予以通报批评。",
        (MissedStep.Decision, _) => $"期限届满未达到整改目标的，依据{SourceOf(file)}由上级机关作出处理决定。",
        (MissedStep.UrgingLetter, _) => $"期限届满未达到整改目标的，依据{file.Rulebook.UrgingOf(file.Rung)!.Source}发督办函。",
        (_, Opening.Admonition) => $"期限届满未达到整改目标的，依据{SourceOf(file)}，拟予以{Of(file.NextRung)}。",
        _ => $"期限届满未达到整改目标的，依据{file.Rulebook.Veto!.Source}予以一票否决，"
            + $"期限为自{Start(file.Rulebook)}之日起{Length(file.Rulebook.Veto.Length)}。",
    };

    /// <summary>Where it is written what follows a missed deadline: the ladder of a lower rung, the article of the listing.</summary>
    public static string SourceOf(CaseFile file) =>
        file.Opening is Opening.Admonition ? file.Rulebook.Ladder!.Source : file.Rulebook.Listing!.Source;

    /// <summary>How long a sanction lasts: 半年, 一年, or the number in its unit.</summary>
    public static string Length(SanctionLength length) =>
        length is SanctionLength.Months(var months) ? Months(months) : length.Words.Chinese;

    /// <summary>What a release does to the listing's sanctions (S4), after a semicolon.</summary>
    public static string OnRelease(CaseFile file) => !file.ListingBars ? "挂牌督办不取消任何资格。"
        : file.Rulebook.ListingSanction == ListingSanction.FixedTerm
        ? "解除挂牌督办不缩短取消资格的期限。"
        : "取消的资格自解除挂牌督办的次日起恢复。";

    /// <summary>The rectification period of a case, with which a sentence begins.</summary>
    public static string PeriodOf(CaseFile file) => $"{file.Opening.DocumentNumber}对{file.Opening.Unit.Name}{Of(file.Rung)}的整改期限";

    /// <summary>What decides about a report that was handed in, and what does not follow before that (S8).</summary>
    public static string InspectionDecides(CaseFile file) => $"整改目标是否达到以验收结论为准，结论作出前{NothingFollows(file)}。";

    /// <summary>What does not follow while an inspection is outstanding (S8).</summary>
    public static string NothingFollows(CaseFile file) =>
        file switch
        {
            { AfterMissed: not MissedStep.NextRung } => "不因期限届满作出处理",
            { Opening: Opening.Admonition } => "不因期限届满提出升级",
            _ => "不因期限届满予以一票否决",
        };

    /// <summary>
    /// What a moved deadline does to the listing's sanctions: nothing, where they bar for a fixed term. A lower rung has none.
    /// </summary>
    public static string Unchanged(CaseFile file) =>
        file.Opening is Opening.Admonition || !file.ListingBars ? ""
        : file.Rulebook.ListingSanction == ListingSanction.FixedTerm ? "因挂牌督办取消资格的期限不变。"
        : "挂牌督办期间，继续取消资格。";

    private static string Start(Rulebook rulebook) =>
        rulebook is { Escalation: Escalation.ByDecision, VetoStart: VetoStart.Decision } ? "决定" : "整改期限届满";

    // A year whose holidays are not announced yet can still move the day (D9).
    private static string Provisional(Deadline deadline) => deadline.Provisional ? "（暂定）" : "";
}

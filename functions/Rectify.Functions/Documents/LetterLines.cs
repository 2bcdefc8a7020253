using System.Diagnostics;
using Rectify.Board.Documents;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using Rectify.Office.Letters;

namespace Rectify.Functions.Documents;

/// <summary>The parts that several documents of a case have in common.</summary>
internal static class LetterLines
{
    /// <summary>
    /// One line for each sanction of a measure: who is barred from what, for which days, and whether the sanction was revoked.
    /// </summary>
    public static IReadOnlyList<string> Barred(CaseFile file, Measure measure) =>
    [
        .. from sanction in file.Sanctions
           where sanction.Measure == measure && file.SubjectsOf(measure).Contains(sanction.Subject)
           select $"{Name(sanction.Subject, file)}：{Wording.Interval(sanction.Term)}，"
               + $"取消{Wording.Of(sanction.Bars)}{TakenBack(sanction)}。",
    ];

    /// <summary>
    /// The section about the period of a listing, a notice or a talk: from which day it runs, its length and end, and what is owed on the
    /// way.
    /// </summary>
    /// <param name="file">The case.</param>
    /// <param name="deadline">The deadline as the document set it, without later extensions.</param>
    public static LetterSection PeriodOf(CaseFile file, Deadline deadline)
    {
        var provisional = deadline.Provisional ? "该年度放假安排公布后期限有变动的，另行通知。" : "";
        return new LetterSection(
            "整改期限", [$"{Start(file)}{Length(file.Opening.Period!)}至{Wording.Until(deadline)}。{provisional}", .. Owed(file)], []);
    }

    /// <summary>
    /// Who decided a measure, where a level is named: the body with its level, and who decides by the rulebook, with the article; empty
    /// where none is named.
    /// </summary>
    public static IReadOnlyList<string> Decider(CaseFile file, Rung measure, string body, UnitLevel? level) => level is not { } named
        ? []
        :
        [
            $"决定机关：{body}（{Names.Of(named, Language.Chinese)}）。"
            + (file.Rulebook.DeciderOf(measure) is { } rule ? $"{rule.Chinese}决定（{rule.Source}）。" : ""),
        ];

    /// <summary>The grounds that the rulebook lists and the decision names, each with its article; empty where it names none.</summary>
    public static IReadOnlyList<string> Grounds(CaseFile file) =>
        [.. file.Opening.Grounds.Select(ground => $"{ground.Chinese}（{ground.Source}）。")];

    /// <summary>The units that the same document lists, this one among them; no section where it lists one alone.</summary>
    public static IReadOnlyList<LetterSection> Shared(IReadOnlyList<SharedCase>? cases) => cases is { Count: > 1 }
        ? [new("列明的单位", [$"本文件列明下列{cases.Count}个单位，各自整改、分别验收："], [.. cases.Select(shared => shared.Name)])]
        : [];

    /// <summary>The remark that a measure was revoked as a whole; empty when it was not.</summary>
    public static IReadOnlyList<string> Revoked(CaseFile file, Measure measure) =>
        file.Revoked.Contains(measure) ? [$"本{Wording.Of(measure)}已撤销。"] : [];

    // A period that does not run from the day of the measure says from which day it does.
    private static string Start(CaseFile file) => (file.Opening.Period, file.Rulebook.PeriodRuleOf(file.Rung)?.CountedFrom) switch
    {
        (Period.Until, _) => "",
        (_, PeriodAnchor.Receipt) => "自收到本通知之日起",
        (_, PeriodAnchor.Event) when file.Opening.EventOn is { } happened => $"自事件发生之日（{Wording.Day(happened)}）起",
        _ => "",
    };

    private static IEnumerable<string> Owed(CaseFile file)
    {
        if (file.Milestones is { } rule && file.Opening.ReceivedOn is not null && (rule.PlanIn, rule.Interval) is not (null, null))
            yield return $"{string.Join("，其后", Owed(rule))}。";
        if (file.Opening.ReportDueOn is { } report) yield return $"于{Wording.Day(report)}前（含当日）报送书面报告。";
    }

    private static IEnumerable<string> Owed(MilestoneRule rule)
    {
        if (rule.PlanIn is { } plan) yield return $"自收到本通知之日起{plan.Words.Chinese}内报送整改方案";
        if (rule.Interval is { } interval) yield return $"每{interval.Words.Chinese}报告整改进展";
    }

    private static string Length(Period period) => period switch
    {
        Period.Months(var count) => $"{count}个月，",
        Period.Days(var count) => $"{count}日，",
        Period.WorkingDays(var count) => $"{count}个工作日，",
        Period.Until => "",
        _ => throw new UnreachableException(period.GetType().Name),
    };

    private static string Name(Subject subject, CaseFile file) => subject is Subject.Official(var id)
        ? $"{Wording.Name(subject, file)}（{Names.Of(file.EveryLeader.First(leader => leader.OfficialId == id).Role, Language.Chinese)}）"
        : Wording.Name(subject, file);

    private static string TakenBack(Sanction sanction) => sanction.Revocation switch
    {
        null => "",
        Revocation.FromDate(var on) => $"（已撤销，自{Wording.Day(on)}起不再执行）",
        _ => "（已撤销，自始无效）",
    };
}

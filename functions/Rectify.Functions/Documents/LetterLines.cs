using System.Diagnostics;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
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

    /// <summary>The length of a rectification period, and the end of its last day.</summary>
    public static string PeriodOf(Period period, Deadline deadline) =>
        $"{Length(period)}至{Wording.Until(deadline)}。{(deadline.Provisional ? "该年度放假安排公布后期限有变动的，另行通知。" : "")}";

    /// <summary>The remark that a measure was revoked as a whole; empty when it was not.</summary>
    public static IReadOnlyList<string> Revoked(CaseFile file, Measure measure) =>
        file.Revoked.Contains(measure) ? [$"本{Wording.Of(measure)}已撤销。"] : [];

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

using System.Diagnostics;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.YearlyCycle;

namespace Rectify.Board.YearlyCycle;

/// <summary>The words of the yearly cycle, in both languages.</summary>
public static class CycleWords
{
    /// <summary>How a person is responsible for a unit.</summary>
    public static string Of(Responsibility responsibility, Language language) => (responsibility, language) switch
    {
        (Responsibility.First, Language.English) => "first responsible",
        (Responsibility.First, _) => "第一责任人",
        (Responsibility.Direct, Language.English) => "directly responsible",
        (Responsibility.Direct, _) => "直接责任人",
        (Responsibility.Other, Language.English) => "otherwise responsible",
        (Responsibility.Other, _) => "其他责任人",
        _ => throw new UnreachableException(responsibility.ToString()),
    };

    /// <summary>The state of a duty, as the word beside its light.</summary>
    public static string Of(DutyStatus status, Light light, Language language) => (status, light, language) switch
    {
        (DutyStatus.Open, Light.Yellow, Language.English) => "near",
        (DutyStatus.Open, Light.Yellow, _) => "临期",
        (DutyStatus.Open, _, Language.English) => "open",
        (DutyStatus.Open, _, _) => "未到期",
        (DutyStatus.Overdue, _, Language.English) => "overdue",
        (DutyStatus.Overdue, _, _) => "逾期",
        (DutyStatus.Done, _, Language.English) => "done",
        (DutyStatus.Done, _, _) => "已完成",
        (DutyStatus.DoneLate, _, Language.English) => "done late",
        (DutyStatus.DoneLate, _, _) => "逾期完成",
        (DutyStatus.NotOwed, _, Language.English) => "not owed: registered later",
        (DutyStatus.NotOwed, _, _) => "不计：登记在后",
        (DutyStatus.AwaitsOffice, _, Language.English) => "awaits the office",
        (DutyStatus.AwaitsOffice, _, _) => "待主管机关办理",
        _ => throw new UnreachableException(status.ToString()),
    };

    /// <summary>The last day of a duty by its rule, for example 当年3月31日.</summary>
    public static string Of(YearlyDueRule due, Language language) => language == Language.English
        ? $"{(due.WorkingDays is { } count ? $"{count} working days after " : "")}{due.Month:D2}-{due.Day:D2} "
            + $"of {(due.YearsAfter == 0 ? "the year" : "the year after")}"
        : $"{(due.YearsAfter == 0 ? "当年" : "次年")}{due.Month}月{due.Day}日"
            + $"{(due.WorkingDays is { } days ? $"起 {days} 个工作日内" : "")}";
}

using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.YearlyCycle;

/// <summary>The messages that say why an entry of a year is refused or not found.</summary>
internal static class YearlyMessages
{
    public static readonly MessageCode<string> NoLetter = new(
        "not-found.letter",
        "There is no responsibility letter {0}.",
        "没有目标责任书 {0}。");

    public static readonly MessageCode<string> NoReport = new("not-found.report", "There is no duty report {0}.", "没有述职报告 {0}。");

    public static readonly MessageCode<string> NoVisit = new(
        "not-found.visit", "There is no supervision visit {0}.", "没有督查记录 {0}。");

    public static readonly MessageCode<string> NoDuty = new(
        "not-found.duty", "Nothing was entered under {0}.", "没有 {0} 的登记。");

    public static readonly MessageCode<string, int, IReadOnlyList<string>> UnknownDuty = new(
        "unknown-duty", "a duty of the table of the rulebook of {1} ({2}); got {0}. (S19)",
        "{1} 年规则库的年度责任表中没有 {0}，有 {2}。");

    public static readonly MessageCode<string, DutyOwer> OtherOwer = new(
        "unknown-duty.subject", "whose {0} is owed: that of {1}. (S19)", "{0} 的责任主体为{1}。", englishOnly: []);

    public static readonly MessageCode<string> NoCommendation = new(
        "not-found.commendation", "There is no commendation {0}.", "没有表彰奖励 {0}。");

    public static readonly MessageCode<string> NoPost = new("not-found.post", "There is no post {0}.", "没有任职 {0}。");

    public static readonly MessageCode<int, int, string> Year = new(
        "cycle-year", "{0} to {1}, in four digits; got \"{2}\". (Y1)", "年度为 {0} 至 {1} 年，以四位数字表示。", englishOnly: [2]);

    public static readonly MessageCode<int, int, int> YearNotCovered = new(
        "cycle-year.calendar", "{0} to {1}, which the calendar covers; got {2}. (D9)", "年度为工作日历涵盖的 {0} 至 {1} 年，现为 {2} 年。");

    public static readonly MessageCode<string, int> NoCycle = new(
        "no-yearly-cycle",
        "one whose rulebook knows a yearly cycle; {0}, in force for {1}, knows none. (Y1)",
        "{1} 年施行的规则（{0}）没有规定年度工作。");

    public static readonly MessageCode<string> NothingToCorrect = new(
        "nothing-to-correct.year", "only of a correction; nothing was entered for {0} yet. (Y1)", "{0} 尚无登记，不填写更正理由。");

    public static readonly MessageCode<string, DateOnly, string> ReasonNeeded = new(
        "reason-needed.year",
        "why {0} is corrected, which was entered on {1} by {2}. (Y1)",
        "已有登记，更正或撤回须说明理由。", englishOnly: [0, 1, 2]);
}

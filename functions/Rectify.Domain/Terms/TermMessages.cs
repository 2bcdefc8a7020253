using Rectify.Domain.Messages;

namespace Rectify.Domain.Terms;

/// <summary>The messages that say why a period is invalid or has no deadline.</summary>
internal static class TermMessages
{
    public static readonly MessageCode<int, int> Months = new(
        "malformed.months", "A period is 1 to {0} months; got {1}. (D2)", "期限为 1 至 {0} 个月，填写的是 {1}。");

    public static readonly MessageCode<int, int> Days = new(
        "malformed.days", "A period is 1 to {0} days; got {1}. (D2)", "期限为 1 至 {0} 日，填写的是 {1}。");

    public static readonly MessageCode<int, int> WorkingDays = new(
        "malformed.working-days", "A period is 1 to {0} working days; got {1}. (D2)", "期限为 1 至 {0} 个工作日，填写的是 {1}。");

    public static readonly MessageCode Forms = new(
        "malformed.period",
        "A period is exactly one of months, days, workingDays, dueOn. (D7)",
        "月数、日数、工作日数和届满日，须填写其中一项，且只填一项。");

    public static readonly MessageCode<string> FormsGot = new(
        "malformed.period-forms",
        "A period is exactly one of months, days, workingDays, dueOn. (D7) Got {0}.",
        "月数、日数、工作日数和届满日，须填写其中一项，且只填一项。", englishOnly: [0]);

    public static readonly MessageCode<string, string> WholeNumber = new(
        "malformed.period-count", "{0} is a whole number; got {1}. (D7)", "请填写整数。", englishOnly: [0, 1]);

    public static readonly MessageCode<DateOnly, DateOnly> DueBeforeStart = new(
        "no-deadline.before-start",
        "A deadline is not before its period starts; got {0} for {1}. (D4)",
        "届满日不早于期限开始之日{1}，现为{0}。");

    public static readonly MessageCode<int, DateOnly> StartsTooLate = new(
        "no-deadline.late-start", "A period starts in {0} at the latest; got {1}. (D9)", "期限最迟在 {0} 年开始，现为{1}。");

    public static readonly MessageCode<int, int, DateOnly> NotCovered = new(
        "no-deadline.not-covered",
        "The calendar covers {0} to {1}; got {2}. (D9)",
        "工作日历涵盖 {0} 至 {1} 年，不含{2}，该期限无法计算出届满日。");

    public static readonly MessageCode<DateOnly, DateOnly> ResumedBefore = new(
        "no-deadline.resumed-before",
        "A clock is resumed on the day of its suspension, {0}, or later; got {1}.",
        "恢复日期不早于中止日期{0}，现为{1}。");

    public static readonly MessageCode<int, DateOnly> PauseTooLong = new(
        "no-deadline.pause",
        "A deadline after a pause lies in {0} at the latest; got {1}. (D9)",
        "中止后的期限最迟在 {0} 年届满；恢复日期为{1}。");
}

using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>The messages about urging letters, and about plans and reports that came in.</summary>
internal static class UrgingMessages
{
    public static readonly MessageCode<MissedStep> OtherStep = new(
        "no-urging-letter.other-step", "What is due after the missed measure is {0}, not an urging letter. (S7)",
        "逾期后应予{0}，不是发督办函。");

    public static readonly MessageCode LetterDue = new(
        "urging-letter-due", "What is due after the missed measure is an urging letter, not a decision. (S7)",
        "逾期后应发督办函，不是作出处理决定。");

    public static readonly MessageCode<DateOnly> DeadlineNotMissed = new(
        "no-urging-letter.period-runs",
        "The period runs to {0}: before its end a letter names the plan or the report that was not handed in. (S12)",
        "整改期限至{0}，届满前只能就未按期报送的整改方案或者进展报告发督办函，应写明是哪一项。");

    public static readonly MessageCode<string> PeriodIsOver = new(
        "no-urging-letter.period-over", "The period is over, and the letter is about the rectification; got {0}. (S7)",
        "整改期限已经届满，督办函针对整改任务本身，不写{0}。");

    public static readonly MessageCode<string> NoLetters = new(
        "no-urging-letter.rule", "The rulebook {0} has no letter for a plan or a report (urging). (S12)",
        "规则库 {0} 没有就整改方案和进展报告发督办函的规定（urging）。");

    public static readonly MessageCode<IReadOnlyList<string>, string> UnknownMilestone = new(
        "milestone-unknown", "One of {0}; got {1}. (S12)", "应为{0}之一，现为{1}。");

    public static readonly MessageCode<string, DateOnly> Received = new(
        "milestone-received", "{0} came in on {1} already. (S12)", "该项（{0}）已于{1}收到。");

    public static readonly MessageCode<string, DateOnly, DateOnly> NotDueYet = new(
        "no-urging-letter.not-missed", "{0} may still come in on {1}; today is {2}. (S12)", "该项（{0}）至{1}到期，今天是{2}，尚未逾期。");

    public static readonly MessageCode<DateOnly, DateOnly, DateOnly> IssuedOutOfRange = new(
        "date-out-of-range.urging", "The letter is of a day between {0} and today, {1}; got {2}. (S7)",
        "督办函的日期应在{0}至今天（{1}）之间，填写的是{2}。");

    public static readonly MessageCode<DateOnly, DateOnly, DateOnly> DueOutOfRange = new(
        "date-out-of-range.urging-due", "The day that a letter gives lies after {0} and not after {1}; got {2}. (S11)",
        "督办函限定的日期应在{0}之后、不晚于{1}，现为{2}。");

    public static readonly MessageCode<string> NumberOfAnother = new(
        "document-number-taken.urging", "The letter has a number of its own; \"{0}\" is that of another document of the case. (S14)",
        "督办函应有自己的文号，“{0}”是本案另一文件的文号。");
}

using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>The messages that say why a report, an inspection, an extension or a pause is refused.</summary>
internal static class RectificationMessages
{
    public static readonly MessageCode<DateOnly> ReportAwaits = new(
        "report-awaits-inspection",
        "The report of {0} awaits its inspection: another one follows when that has failed. (S8)",
        "{0}的整改报告正待验收；验收不合格后再提交下一份。");

    public static readonly MessageCode<DateOnly, DateOnly, DateOnly> ReportAfterDeadline = new(
        "date-out-of-range.report",
        "A report counts that was handed in by the deadline, {0}; got {1}, and the report of {2} awaits its inspection. (S8)",
        "应是整改期限（{0}）届满前提交的报告，填写的是{1}。", englishOnly: [2]);

    public static readonly MessageCode<DateOnly> ReportAwaitsAlready = new(
        "report-entered.awaiting",
        "A report of {0} stands in the case and awaits its inspection; an inspection of that day that lay between two is entered "
        + "first. (S8)",
        "{0}的整改报告已登记，正待验收；同日两份报告之间有验收的，先登记验收。");

    public static readonly MessageCode<DateOnly> ReportEntered = new(
        "report-entered",
        "A report of {0} stands in the case. (S8)",
        "{0}的整改报告已登记。");

    public static readonly MessageCode<DateOnly, DateOnly?> ReportJudged = new(
        "report-judged",
        "What had been handed in by {0} was judged by the inspection of {1}; a report after it is of that day or later. (S8)",
        "{0}为止提交的报告，已由{1}的验收作出结论；其后的报告日期不早于该日。");

    public static readonly MessageCode<Rung, string> NotARelease = new(
        "not-a-release",
        "A {0} is not released from, and no notice of it has a number; got \"{1}\". (S16)",
        "通报和约谈验收合格的，没有解除通知书，不填文号。", englishOnly: [0, 1]);

    public static readonly MessageCode<string?> NumberOfTheListing = new(
        "document-number-taken.release",
        "The release notice has a number of its own; \"{0}\" is that of the listing. (S14)",
        "摘牌通知应有自己的文号，“{0}”是挂牌文件的文号。");

    public static readonly MessageCode<DateOnly, DateOnly> NewDeadlinePast = new(
        "deadline-in-the-past.new",
        "The new deadline lies after today, {0}; got {1}. (S9)",
        "新期限应在今天（{0}）之后，填写的是{1}。");

    public static readonly MessageCode<int, DateOnly, DateOnly, string, DateOnly, int> NewDeadlineTooFar = new(
        "deadline-too-far.new",
        "The new deadline lies at most {0} months after today, {1}, that is on {2}, by the rulebook {3}; got {4}. Of any rulebook it is "
        + "at most {5} months. (S9)",
        "按所用规则，新期限最迟为今天（{1}）之后 {0} 个月，即{2}；填写的是{4}。任何规则下不超过 {5} 个月。", englishOnly: [3]);

    public static readonly MessageCode<DateOnly, DateOnly, DateOnly> PeriodStillRunning = new(
        "period-still-running",
        "The period ran to {0} when the inspection of {1} failed, and goes on by itself: a new deadline follows an inspection "
        + "after it, and more time before it is an extension; got {2}. (S9, S11)",
        "{1}验收不合格时，整改期限（至{0}）尚未届满，期限照常继续，不另定新的届满日；期限届满前需要更多时间的，办理延长。",
        englishOnly: [2]);

    public static readonly MessageCode<string, DateOnly, DateOnly, DateOnly> DayOutOfRange = new(
        "date-out-of-range.rectification",
        "{0} lies between {1} and today, {2}; got {3}. (S8)",
        "日期应在{1}至今天（{2}）之间，填写的是{3}。", englishOnly: [0]);

    public static readonly MessageCode<string, DateOnly, DateOnly, DateOnly> PauseOutOfRange = new(
        "date-out-of-range.pause",
        "{0} lies between {1}, the day of the last entry, and today, {2}; got {3}. (S8)",
        "日期应在{1}（最近一次登记之日）至今天（{2}）之间，填写的是{3}。", englishOnly: [0]);

    public static readonly MessageCode<string> ExtensionNotAllowed = new(
        "extension-not-allowed",
        "The rulebook {0} allows no extension. (S11)",
        "本案适用的规则不允许延长期限。", englishOnly: [0]);

    public static readonly MessageCode<DateOnly> DeadlinePassed = new(
        "deadline-passed",
        "An extension is granted before the deadline; it passed on {0}. (S11)",
        "期限已于{0}届满，不能再延长。");

    public static readonly MessageCode<DateOnly> NothingToSuspend = new(
        "deadline-passed.suspension",
        "A clock is stopped while the period runs; it ran out on {0}. (S8)",
        "整改期限已于{0}届满，不能再中止。");

    public static readonly MessageCode<string, int, int> ExtensionsUsedUp = new(
        "extension-limit.count",
        "The rulebook {0} allows {1} extension(s) per case; {2} granted. (S11)",
        "本案适用的规则最多延长 {1} 次，已延长 {2} 次。", englishOnly: [0]);

    public static readonly MessageCode<Message> ExtensionWithoutDeadline = new(
        "extension-backwards.no-deadline", "{0}", "延长后的届满日应晚于原期限：{0}");

    public static readonly MessageCode<DateOnly, DateOnly> ExtensionBackwards = new(
        "extension-backwards",
        "An extension moves the deadline later than {0}; got {1}. (S11)",
        "延长后的届满日应晚于{0}，现为{1}。");

    public static readonly MessageCode<int, DateOnly, DateOnly> ExtensionTooLong = new(
        "extension-limit.months",
        "An extension is at most {0} months, to {1}; got {2}. (S11)",
        "最多延长 {0} 个月，至{1}；现为{2}。");

    public static readonly MessageCode<Bilingual, DateOnly, DateOnly> ExtensionAboveRule = new(
        "extension-limit.length",
        "An extension is at most {0}, to {1}; got {2}. (S11)",
        "最多延长{0}，至{1}；现为{2}。");

    public static readonly MessageCode<Bilingual, DateOnly, DateOnly, DateOnly, string> ExtensionsTooLongInAll = new(
        "extension-limit.in-all",
        "All extensions together move the first deadline, {1}, by at most {0}, to {2}; got {3}. (S11, {4})",
        "各次延长合计最多{0}，自原届满日{1}起至{2}；现为{3}（{4}）。");

    public static readonly MessageCode<Bilingual, DateOnly, DateOnly, string> AskedTooLate = new(
        "extension-asked-too-late",
        "An extension is asked for at least {0} before the deadline, {1}; it was asked for on {2}. (S11, {3})",
        "延长应在届满日{1}之前至少{0}提出，提出日期为{2}（{3}）。");

    public static readonly MessageCode<DateOnly, DateOnly, DateOnly> RequestOutOfRange = new(
        "date-out-of-range.extension-request",
        "The request lies between {0} and today, {1}; got {2}. (S11)",
        "提出日期应在{0}至今天（{1}）之间，填写的是{2}。");

    public static readonly MessageCode<DateOnly, DateOnly> NotListedYet = new(
        "not-listed-yet",
        "A clock that has not begun is not stopped: the unit is listed on {0}, and today is {1}. (D2)",
        "挂牌日期{0}尚未到，期限还没有开始计算，不能中止。", englishOnly: [1]);
}

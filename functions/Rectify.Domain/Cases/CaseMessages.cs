using Rectify.Domain.Identity;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Cases;

/// <summary>The messages that say why the state of a case does not allow a command.</summary>
internal static class CaseMessages
{
    public static readonly MessageCode<CaseId> OpenAlready = new("case-exists", "The case {0} is open already.", "案件 {0} 已经立案。");

    public static readonly MessageCode<CaseId> Unknown = new("case-unknown", "There is no case {0}.", "没有案件 {0}。");

    public static readonly MessageCode<Message, Message, CaseStatus, string> WrongState = new(
        "wrong-state",
        "{0} needs {1}; the case is {2}. ({3})",
        "案件目前的状态不允许此操作：{0}须在{1}办理，案件现为“{2}”。", englishOnly: [3]);

    public static readonly MessageCode<Message, Message, CaseStatus, DateOnly, string> WrongStateWithDeadline = new(
        "wrong-state.with-deadline",
        "{0} needs {1}; the case is {2} (deadline {3}). ({4})",
        "案件目前的状态不允许此操作：{0}须在{1}办理，案件现为“{2}”（期限至{3}）。", englishOnly: [4]);

    public static readonly MessageCode Submission = new("wrong-state.submission", "A submission", "提交整改报告");

    public static readonly MessageCode Suspension = new("wrong-state.suspension", "A suspension", "中止");

    public static readonly MessageCode Resumption = new("wrong-state.resumption", "A resumption", "恢复");

    public static readonly MessageCode Inspection = new("wrong-state.inspection", "An inspection", "验收");

    public static readonly MessageCode Extension = new("wrong-state.extension", "An extension", "延长");

    public static readonly MessageCode NextRung = new("wrong-state.next-rung", "A decision about the next rung", "升级的决定");

    public static readonly MessageCode Consequence = new(
        "wrong-state.consequence", "A criticism or decision after a missed measure", "逾期的处理决定");

    public static readonly MessageCode Urging = new("wrong-state.urging", "An urging letter", "发督办函");

    public static readonly MessageCode MissedOrRectifying = new(
        "wrong-state.missed-or-rectifying", "rectifying, or consequenceProposed", "整改中或者逾期待处理时");

    public static readonly MessageCode MilestoneReceipt = new("wrong-state.milestone", "A plan or a report", "登记整改方案或者进展报告");

    public static readonly MessageCode BeforeDecision = new(
        "wrong-state.before-decision", "rectifying, suspended or awaitingInspection", "整改中、中止或者待验收时");

    public static readonly MessageCode Veto = new("wrong-state.veto", "A decision about a veto", "一票否决的决定");

    public static readonly MessageCode Rectifying = new("wrong-state.rectifying", "rectifying", "整改中");

    public static readonly MessageCode ResumedFirst = new(
        "wrong-state.rectifying-resumed", "rectifying: a stopped clock is resumed first", "整改中（已中止的先恢复）");

    public static readonly MessageCode RectifyingOrLateEntry = new(
        "wrong-state.rectifying-or-late-entry",
        "rectifying, or the day of a report that was handed in by the deadline, entered by the office",
        "整改中，或由督办机关登记期限届满前已收到的报告时");

    public static readonly MessageCode Suspended = new("wrong-state.suspended", "suspended", "中止期间");

    public static readonly MessageCode AwaitingInspection = new(
        "wrong-state.awaiting-inspection", "awaitingInspection: the unit submits first", "待验收时（单位先提交整改报告）");

    public static readonly MessageCode BeforeDeadline = new(
        "wrong-state.before-deadline", "rectifying or awaitingInspection, before the deadline", "期限届满前的整改中或待验收时");

    public static readonly MessageCode BeforeDeadlineResumedFirst = new(
        "wrong-state.before-deadline-resumed",
        "rectifying or awaitingInspection, before the deadline: a stopped clock is resumed first",
        "期限届满前的整改中或待验收时（已中止的先恢复）");

    public static readonly MessageCode NextRungProposed = new("wrong-state.next-rung-proposed", "nextRungProposed", "拟升级时");

    public static readonly MessageCode ConsequenceProposed = new(
        "wrong-state.consequence-proposed", "consequenceProposed", "逾期待处理时");

    public static readonly MessageCode VetoOpen = new(
        "wrong-state.veto-open", "vetoProposed, or vetoed to be confirmed", "拟一票否决时，或已生效而待确认时");
}

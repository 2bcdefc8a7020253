using Rectify.Domain.Cases;
using Rectify.Domain.Messages;

namespace Rectify.Office.Ledger;

/// <summary>待办: the act for which a case waits, and since which day.</summary>
/// <param name="Act">Who has to do what.</param>
/// <param name="Since">The day from which it was waited for.</param>
public sealed record Awaited(AwaitedAct Act, DateOnly Since)
{
    /// <summary>
    /// The states in which a case may wait for the office or the deciding body. A row of an earlier version that is in one of them is read.
    /// </summary>
    public static IReadOnlyList<CaseStatus> States { get; } =
    [
        CaseStatus.Suspended, CaseStatus.AwaitingInspection, CaseStatus.VetoProposed, CaseStatus.NextRungProposed,
        CaseStatus.ConsequenceProposed, CaseStatus.Vetoed,
    ];
}

/// <summary>The act for which a case waits.</summary>
public enum AwaitedAct
{
    /// <summary>Nothing is left for a person to do.</summary>
    [Words("无待办事项", "nothing to do")]
    Nothing,

    /// <summary>The unit: no report was handed in yet.</summary>
    [Words("整改中，尚未申请验收", "rectifying, no report yet")]
    Report,

    /// <summary>The unit: its report was inspected and the goal not reached; the period still runs.</summary>
    [Words("已验收、未达标，待再次申请验收", "inspected and incomplete, another report to hand in")]
    FurtherReport,

    /// <summary>The office: nobody has looked at the report.</summary>
    [Words("报告待验收，尚无人验收", "report to inspect, nobody has looked yet")]
    Inspection,

    /// <summary>The office: an earlier report was inspected and incomplete, and another one was handed in.</summary>
    [Words("已验收、未达标，新报告待验收", "inspected and incomplete, a new report to inspect")]
    FurtherInspection,

    /// <summary>The office: the clock stands still until it is resumed.</summary>
    [Words("期限中止，待恢复", "clock stopped, to be resumed")]
    Resumption,

    /// <summary>The deciding body: the veto is proposed.</summary>
    [Words("拟一票否决，待决定", "veto proposed, to be decided")]
    VetoDecision,

    /// <summary>The deciding body: the veto took effect by itself and is not confirmed.</summary>
    [Words("一票否决已自动生效，待确认", "veto in force by itself, to be confirmed")]
    VetoConfirmation,

    /// <summary>The deciding body: what the veto rests on was taken away.</summary>
    [Words("一票否决的依据已变化，待重新决定", "basis of the veto changed, to be decided again")]
    VetoReview,

    /// <summary>The office: the next rung is proposed.</summary>
    [Words("未达到目标，待决定是否升级", "goal not reached, next rung to be decided")]
    NextRung,

    /// <summary>The deciding body: a criticism or a decision is due.</summary>
    [Words("逾期应予处理，待作出决定", "goal not reached, criticism or decision due")]
    Consequence,

    /// <summary>The office: a letter that urges the unit is due before anything is decided.</summary>
    [Words("逾期，待发督办函", "goal not reached, urging letter due")]
    UrgingLetter,
}

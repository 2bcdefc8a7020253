using System.Diagnostics;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Cases;

/// <summary>The name of a state, as it stands on the wire.</summary>
public enum CaseStatus
{
    /// <summary>整改中.</summary>
    [Words("整改中", "rectifying")]
    Rectifying,

    /// <summary>中止.</summary>
    [Words("中止", "suspended")]
    Suspended,

    /// <summary>待验收.</summary>
    [Words("待验收", "awaiting inspection")]
    AwaitingInspection,

    /// <summary>已摘牌.</summary>
    [Words("已摘牌", "released")]
    Released,

    /// <summary>拟一票否决.</summary>
    [Words("拟一票否决", "veto proposed")]
    VetoProposed,

    /// <summary>已一票否决.</summary>
    [Words("已一票否决", "vetoed")]
    Vetoed,

    /// <summary>不予一票否决.</summary>
    [Words("不予一票否决", "veto declined")]
    Declined,

    /// <summary>整改到位, of a notice or a talk.</summary>
    [Words("整改到位", "goal reached")]
    Fulfilled,

    /// <summary>拟升级.</summary>
    [Words("拟升级", "next rung proposed")]
    NextRungProposed,

    /// <summary>已升级.</summary>
    [Words("已升级", "taken to the next rung")]
    Escalated,

    /// <summary>不予升级.</summary>
    [Words("不予升级", "next rung declined")]
    NextRungDeclined,

    /// <summary>待处理.</summary>
    [Words("逾期待处理", "consequence proposed")]
    ConsequenceProposed,

    /// <summary>已处理.</summary>
    [Words("逾期已处理", "consequence decided")]
    ConsequenceDecided,

    /// <summary>已撤销.</summary>
    [Words("已撤销", "revoked")]
    Revoked,

    /// <summary>已办结.</summary>
    [Words("已办结", "closed")]
    Closed,
}

/// <summary>Maps states to their names.</summary>
public static class CaseStatusExtensions
{
    extension(CaseStatus)
    {
        /// <summary>The name of a state. <see cref="CaseState.Escalating"/> has none, because no case stays in it.</summary>
        public static CaseStatus Of(CaseState.Opened state) => state switch
        {
            CaseState.Rectifying => CaseStatus.Rectifying,
            CaseState.Suspended => CaseStatus.Suspended,
            CaseState.AwaitingInspection => CaseStatus.AwaitingInspection,
            CaseState.Released => CaseStatus.Released,
            CaseState.VetoProposed => CaseStatus.VetoProposed,
            CaseState.Vetoed => CaseStatus.Vetoed,
            CaseState.Declined => CaseStatus.Declined,
            CaseState.Fulfilled => CaseStatus.Fulfilled,
            CaseState.NextRungProposed => CaseStatus.NextRungProposed,
            CaseState.Escalated => CaseStatus.Escalated,
            CaseState.NextRungDeclined => CaseStatus.NextRungDeclined,
            CaseState.ConsequenceProposed => CaseStatus.ConsequenceProposed,
            CaseState.ConsequenceDecided => CaseStatus.ConsequenceDecided,
            CaseState.Revoked => CaseStatus.Revoked,
            CaseState.Closed => CaseStatus.Closed,
            _ => throw new UnreachableException(state.GetType().Name),
        };
    }
}

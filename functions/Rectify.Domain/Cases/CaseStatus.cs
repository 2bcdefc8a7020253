using System.Diagnostics;

namespace Rectify.Domain.Cases;

/// <summary>A state's name on the wire.</summary>
public enum CaseStatus
{
    /// <summary>整改中.</summary>
    Rectifying,

    /// <summary>中止.</summary>
    Suspended,

    /// <summary>待验收.</summary>
    AwaitingInspection,

    /// <summary>已摘牌.</summary>
    Released,

    /// <summary>拟一票否决.</summary>
    VetoProposed,

    /// <summary>已一票否决.</summary>
    Vetoed,

    /// <summary>不予一票否决.</summary>
    Declined,

    /// <summary>整改到位, of a notice or a talk.</summary>
    Fulfilled,

    /// <summary>拟升级.</summary>
    NextRungProposed,

    /// <summary>已升级.</summary>
    Escalated,

    /// <summary>不予升级.</summary>
    NextRungDeclined,

    /// <summary>已撤销.</summary>
    Revoked,

    /// <summary>已办结.</summary>
    Closed,
}

/// <summary>Names states.</summary>
public static class CaseStatusExtensions
{
    extension(CaseStatus)
    {
        /// <summary>The name of a state that a case can rest in.</summary>
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
            CaseState.Revoked => CaseStatus.Revoked,
            CaseState.Closed => CaseStatus.Closed,
            _ => throw new UnreachableException(state.GetType().Name),
        };
    }
}

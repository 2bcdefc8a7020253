using System.Diagnostics;

namespace Rectify.Domain.Cases;

/// <summary>A state's name on the wire.</summary>
public enum CaseStatus
{
    /// <summary>整改中.</summary>
    Rectifying,

    /// <summary>待验收.</summary>
    AwaitingInspection,

    /// <summary>已摘牌.</summary>
    Released,

    /// <summary>已一票否决.</summary>
    Vetoed,

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
            CaseState.AwaitingInspection => CaseStatus.AwaitingInspection,
            CaseState.Released => CaseStatus.Released,
            CaseState.Vetoed => CaseStatus.Vetoed,
            CaseState.Revoked => CaseStatus.Revoked,
            CaseState.Closed => CaseStatus.Closed,
            _ => throw new UnreachableException(state.GetType().Name),
        };
    }
}

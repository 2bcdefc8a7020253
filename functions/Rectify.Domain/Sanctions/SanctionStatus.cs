using Rectify.Domain.Messages;

namespace Rectify.Domain.Sanctions;

/// <summary>How a sanction stands on a given day.</summary>
public enum SanctionStatus
{
    /// <summary>Its first day lies ahead.</summary>
    [Words("未开始", "upcoming")]
    Upcoming,

    /// <summary>The subject is barred on that day.</summary>
    [Words("执行中", "active")]
    Active,

    /// <summary>Its last day has passed.</summary>
    [Words("已期满", "expired")]
    Expired,

    /// <summary>It was taken back and bars no longer.</summary>
    [Words("已撤销", "revoked")]
    Revoked,
}

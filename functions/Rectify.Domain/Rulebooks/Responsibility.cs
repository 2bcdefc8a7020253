namespace Rectify.Domain.Rulebooks;

/// <summary>
/// How a member of a unit's leading group is responsible for the unit: head, deputy in charge, other members. It decides who owes a report,
/// and never who is sanctioned.
/// </summary>
/// <remarks>
/// Kept apart from <see cref="LeaderRole"/>: who is directly responsible (直接责任人) here need not be directly liable for a matter.
/// </remarks>
public enum Responsibility
{
    /// <summary>第一责任人: the head.</summary>
    First,

    /// <summary>直接责任人: the deputy in charge.</summary>
    Direct,

    /// <summary>其他责任人: the other members.</summary>
    Other,
}

using Rectify.Domain.Messages;

namespace Rectify.Office.Access;

/// <summary>The role of a caller, which decides what the caller may do.</summary>
public enum Role
{
    /// <summary>平安办: lists, inspects, extends, revokes; may also read and consult.</summary>
    [Words("平安办", "officer")]
    Officer,

    /// <summary>The supervised unit's liaison: sees and submits for its own unit.</summary>
    [Words("单位", "unit")]
    Unit,

    /// <summary>Honours and personnel bodies: ask for eligibility.</summary>
    [Words("征求意见单位", "consulting")]
    Consulting,

    /// <summary>Sees cases.</summary>
    [Words("查阅", "reader")]
    Reader,

    /// <summary>Sees everything, changes nothing.</summary>
    [Words("审计", "auditor")]
    Auditor,

    /// <summary>A person whom cases name: opens those cases and nothing else.</summary>
    [Words("领导干部", "leader")]
    Leader,
}

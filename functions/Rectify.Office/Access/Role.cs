namespace Rectify.Office.Access;

/// <summary>The role of a caller, which decides what the caller may do.</summary>
public enum Role
{
    /// <summary>平安办: lists, inspects, extends, revokes; may also read and consult.</summary>
    Officer,

    /// <summary>The supervised unit's liaison: sees and submits for its own unit.</summary>
    Unit,

    /// <summary>Honours and personnel bodies: ask for eligibility.</summary>
    Consulting,

    /// <summary>Sees cases.</summary>
    Reader,

    /// <summary>Sees everything, changes nothing.</summary>
    Auditor,
}

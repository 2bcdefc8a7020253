using Rectify.Domain.Messages;

namespace Rectify.Domain.YearlyCycle;

/// <summary>How a unit is visited (S18).</summary>
public enum VisitKind
{
    /// <summary>督促检查: an inspection, of everything or of one matter.</summary>
    [Words("督促检查", "inspection visit")]
    Inspection,

    /// <summary>明察暗访: a visit that is not announced.</summary>
    [Words("明察暗访", "unannounced visit")]
    Unannounced,
}

using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>Why a unit is held accountable: the six grounds of the implementing measures (实施办法).</summary>
public enum AccountabilityGround
{
    /// <summary>Not taken seriously, measures not carried out, order seriously chaotic.</summary>
    [Words("不重视、措施不落实，秩序严重混乱", "neglect")]
    Neglect,

    /// <summary>Major events in short succession.</summary>
    [Words("短期内接连发生重大事件", "major events in short succession")]
    RepeatedMajorEvents,

    /// <summary>Grave or especially grave events.</summary>
    [Words("发生重特大事件", "grave events")]
    GraveEvents,

    /// <summary>The assessment was failed.</summary>
    [Words("考核不合格", "assessment failed")]
    AssessmentFailed,

    /// <summary>A prominent problem without effective measures, or relapsed.</summary>
    [Words("突出问题未有效整治或反弹", "unresolved hotspot")]
    UnresolvedHotspot,

    /// <summary>Another matter that the committee finds must be pursued.</summary>
    [Words("其他应予追究的事项", "other")]
    Other,
}

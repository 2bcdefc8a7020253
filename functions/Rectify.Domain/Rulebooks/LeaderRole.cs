using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>The part that an official had in the matter for which the unit is held accountable.</summary>
public enum LeaderRole
{
    /// <summary>主要领导.</summary>
    [Words("主要领导", "principal")]
    Principal,

    /// <summary>主管领导.</summary>
    [Words("主管领导", "supervising")]
    Supervising,

    /// <summary>分管领导.</summary>
    [Words("分管领导", "in charge")]
    InCharge,

    /// <summary>直接责任人: a fourth role that some regulations sanction too (ZJ17 art. 29, HN16 art. 37).</summary>
    [Words("直接责任人", "directly liable")]
    DirectlyLiable,

    /// <summary>相关责任人: another role that a listing may bar (HN16 art. 35).</summary>
    [Words("相关责任人", "related liable")]
    RelatedLiable,

    /// <summary>Any other post; never sanctioned.</summary>
    [Words("其他", "other")]
    Other,
}

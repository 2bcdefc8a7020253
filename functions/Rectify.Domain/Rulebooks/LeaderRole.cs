namespace Rectify.Domain.Rulebooks;

/// <summary>The part that an official had in the matter for which the unit is held accountable.</summary>
public enum LeaderRole
{
    /// <summary>主要领导.</summary>
    Principal,

    /// <summary>主管领导.</summary>
    Supervising,

    /// <summary>分管领导.</summary>
    InCharge,

    /// <summary>直接责任人: a fourth role that some regions sanction too (ZJ17), off by default.</summary>
    DirectlyLiable,

    /// <summary>Any other post; never sanctioned.</summary>
    Other,
}

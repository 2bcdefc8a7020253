using Rectify.Domain.Identity;

namespace Rectify.Functions.Registry;

/// <summary>A unit in the register.</summary>
public sealed record Unit(
    UnitId UnitId, string Name, UnitKind Kind, UnitLevel Level, UnitId? ParentUnitId, Liaison Liaison, string? SupervisorEmail);

/// <summary>联络员: who receives a unit's mail.</summary>
public sealed record Liaison(string Name, string Email, Language Language = default);

/// <summary>What a unit is.</summary>
public enum UnitKind
{
    /// <summary>地方.</summary>
    Locality,

    /// <summary>部门.</summary>
    Department,

    /// <summary>单位.</summary>
    Unit,
}

/// <summary>Where a unit stands.</summary>
public enum UnitLevel
{
    /// <summary>省级.</summary>
    Province,

    /// <summary>市级.</summary>
    City,

    /// <summary>县级.</summary>
    County,

    /// <summary>乡镇级.</summary>
    Township,
}

using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Register;

/// <summary>A unit in the register.</summary>
/// <param name="UnitId">Opaque id.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">The administrative level.</param>
/// <param name="ParentUnitId">The unit above; null when there is none.</param>
/// <param name="Liaison">联络员.</param>
/// <param name="SupervisorEmail">Where the copies of its supervising office go; null for the office's own address.</param>
/// <param name="SuccessorUnitId">
/// The unit that took its place when it was renamed or merged; null while it exists. The successor answers for the bars of this unit.
/// </param>
public sealed record Unit(
    UnitId UnitId, string Name, UnitKind Kind, UnitLevel Level, UnitId? ParentUnitId, Liaison Liaison, string? SupervisorEmail,
    UnitId? SuccessorUnitId = null)
{
    /// <summary>The local day on which the unit came into the register; null for a unit entered before that day was recorded.</summary>
    public DateOnly? RegisteredOn { get; init; }

    /// <summary>The unit as a case records it when it opens.</summary>
    public ListedUnit AsListed() => new(UnitId, Name, Kind);

    /// <summary>The unit as it replaces the stored one: the day on which it came into the register stays the first one.</summary>
    public Unit After(Unit? standing, DateOnly today) => this with { RegisteredOn = standing is null ? today : standing.RegisteredOn };
}

/// <summary>联络员: who receives a unit's mail.</summary>
public sealed record Liaison(string Name, string Email, MailLanguage Language = default);

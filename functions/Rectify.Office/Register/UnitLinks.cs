using Rectify.Domain.Identity;

namespace Rectify.Office.Register;

/// <summary>Checks how units refer to each other: to the unit above, and to the successor.</summary>
internal sealed class UnitLinks(IEnumerable<Unit> units)
{
    private readonly Dictionary<UnitId, Unit> known = units.ToDictionary(unit => unit.UnitId);

    /// <summary>Why the unit above this one is not allowed; null when it is.</summary>
    public LinkFault? RefuseParent(Unit unit) => Refuse(unit, each => each.ParentUnitId, LinkFault.AboveItself);

    /// <summary>Why the successor of this unit is not allowed; null when it is.</summary>
    public LinkFault? RefuseSuccessor(Unit unit) => Refuse(unit, each => each.SuccessorUnitId, LinkFault.OwnSuccessor);

    private LinkFault? Refuse(Unit unit, Func<Unit, UnitId?> link, LinkFault circle)
    {
        if (link(unit) is not { } target) return null;
        if (target != unit.UnitId && !known.ContainsKey(target)) return LinkFault.Unknown;

        var seen = new HashSet<UnitId>();
        for (UnitId? next = target; next is { } id && seen.Add(id); next = known.TryGetValue(id, out var found) ? link(found) : null)
        {
            if (id == unit.UnitId) return circle;
        }

        return null;
    }
}

/// <summary>Why a reference to another unit is not allowed.</summary>
internal enum LinkFault
{
    /// <summary>There is no such unit.</summary>
    Unknown,

    /// <summary>Through it the unit would be above itself.</summary>
    AboveItself,

    /// <summary>Through it the unit would take its own place.</summary>
    OwnSuccessor,
}

using Rectify.Domain.Identity;

namespace Rectify.Office.Register;

/// <summary>How units point at each other: to the unit above, and to the one that took their place.</summary>
internal sealed class UnitLinks(IEnumerable<Unit> units)
{
    private readonly Dictionary<UnitId, Unit> known = units.ToDictionary(unit => unit.UnitId);

    /// <summary>Why the unit above cannot be this one, or null.</summary>
    public LinkFault? RefuseParent(Unit unit) => Refuse(unit, each => each.ParentUnitId, LinkFault.AboveItself);

    /// <summary>Why the unit that takes its place cannot be this one, or null.</summary>
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

/// <summary>Why a unit cannot point at another one.</summary>
internal enum LinkFault
{
    /// <summary>There is no such unit.</summary>
    Unknown,

    /// <summary>Through it the unit would be above itself.</summary>
    AboveItself,

    /// <summary>Through it the unit would take its own place.</summary>
    OwnSuccessor,
}

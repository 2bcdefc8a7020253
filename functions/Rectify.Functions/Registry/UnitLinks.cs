using Rectify.Domain.Identity;

namespace Rectify.Functions.Registry;

/// <summary>How units point at each other: to the unit above, and to the one that took their place.</summary>
internal sealed class UnitLinks(IEnumerable<Unit> units)
{
    private readonly Dictionary<UnitId, Unit> known = units.ToDictionary(unit => unit.UnitId);

    /// <summary>Why the unit above cannot be this one, or null.</summary>
    public string? RefuseParent(Unit unit) => Refuse(unit, each => each.ParentUnitId, "be above itself");

    /// <summary>Why the unit that takes its place cannot be this one, or null.</summary>
    public string? RefuseSuccessor(Unit unit) => Refuse(unit, each => each.SuccessorUnitId, "be its own successor");

    private string? Refuse(Unit unit, Func<Unit, UnitId?> link, string circle)
    {
        if (link(unit) is not { } target) return null;
        if (target != unit.UnitId && !known.ContainsKey(target)) return "another unit, in the register or in this file";

        var seen = new HashSet<UnitId>();
        for (UnitId? next = target; next is { } id && seen.Add(id); next = known.TryGetValue(id, out var found) ? link(found) : null)
        {
            if (id == unit.UnitId) return $"another unit; through it the unit would {circle}";
        }

        return null;
    }
}

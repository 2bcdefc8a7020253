using Rectify.Office.Register;

namespace Rectify.Office.Matching;

/// <summary>A text that is searched for in names: width, spaces, case, brackets and traditional forms do not count.</summary>
/// <param name="Text">The text as it was typed.</param>
public sealed record SearchKey(string Text)
{
    private readonly string key = NameKey.OfUnit(Text);

    /// <summary>Whether nothing is searched for.</summary>
    public bool IsEmpty => key.Length == 0;

    /// <summary>Whether the text occurs in a name or an id; the empty text occurs in all.</summary>
    public bool IsIn(string name) => NameKey.OfUnit(name).Contains(key, StringComparison.Ordinal);

    /// <summary>
    /// Those of the units whose name or id has the text, also where it begins with the names of the units above: 永嘉县(瓯北) finds
    /// 瓯北街道 of 永嘉县.
    /// </summary>
    public IReadOnlyList<Unit> Among(IReadOnlyList<Unit> units)
    {
        var byId = units.ToDictionary(unit => unit.UnitId);
        return [.. units.Where(unit => IsIn(unit.UnitId.Value) || IsIn(WholeNameOf(unit)))];

        string WholeNameOf(Unit unit)
        {
            var (name, seen) = (unit.Name, new HashSet<Domain.Identity.UnitId> { unit.UnitId });
            for (var above = unit.ParentUnitId; above is { } id && seen.Add(id) && byId.TryGetValue(id, out var parent);
                above = parent.ParentUnitId)
            {
                if (!name.StartsWith(parent.Name, StringComparison.Ordinal)) name = parent.Name + name;
            }

            return name;
        }
    }
}

using Rectify.Domain.Identity;
using Rectify.Office.Register;

namespace Rectify.Office.Matching;

/// <summary>Finds units by their names, by the ends of their names and by their ids.</summary>
internal sealed class UnitIndex
{
    private const int ShortestEnd = 2;
    private const int ShortestStart = 3;
    private const int LongestStart = 80;

    private readonly Dictionary<UnitId, Unit> units;
    private readonly ILookup<string, UnitId> whole;
    private readonly ILookup<string, UnitId> ends;
    private readonly ILookup<UnitId, UnitId> predecessors;

    public UnitIndex(IReadOnlyList<Unit> all)
    {
        units = all.ToDictionary(unit => unit.UnitId);
        var names = all.SelectMany(unit => NamesOf(unit).Select(name => (Name: name, unit.UnitId))).Distinct().ToList();
        whole = names.Concat(all.Select(unit => (NameKey.OfUnit(unit.UnitId.Value), unit.UnitId))).Distinct()
            .ToLookup(pair => pair.Item1, pair => pair.UnitId, StringComparer.Ordinal);
        ends = names.SelectMany(pair => EndsOf(pair.Name).Select(end => (End: end, pair.UnitId))).Distinct()
            .ToLookup(pair => pair.End, pair => pair.UnitId, StringComparer.Ordinal);
        predecessors = all.Where(unit => unit.SuccessorUnitId is not null).ToLookup(unit => unit.SuccessorUnitId!.Value,
            unit => unit.UnitId);
    }

    public Unit? Find(UnitId id) => units.GetValueOrDefault(id);

    public string? NameOf(UnitId? id) => id is { } known ? Find(known)?.Name : null;

    /// <summary>The units that bear the name, alone or after the name of the unit above, or have the id.</summary>
    public IEnumerable<UnitId> Bearing(string key) => whole[key];

    /// <summary>The units whose names end so and are longer.</summary>
    public IEnumerable<UnitId> EndingIn(string key) => ends[key].Except(whole[key]);

    /// <summary>Whether the text names the unit in full or by the end of its name.</summary>
    public bool Names(string key, UnitId id) => whole[key].Contains(id) || ends[key].Contains(id);

    /// <summary>The units whose places these took, and those that took theirs.</summary>
    public IReadOnlySet<UnitId> InSuccessionWith(IEnumerable<UnitId> ids)
    {
        var all = ids.ToHashSet();
        var open = new Queue<UnitId>(all);
        while (open.TryDequeue(out var id))
        {
            UnitId[] next = [.. predecessors[id], .. Find(id)?.SuccessorUnitId is { } successor ? (UnitId[])[successor] : []];
            foreach (var other in next.Where(all.Add)) open.Enqueue(other);
        }

        return all;
    }

    /// <summary>What a text about a unit says: a unit, or a unit followed by a post.</summary>
    public UnitReading Read(string text)
    {
        var key = NameKey.OfUnit(text);
        if (whole.Contains(key) || ends.Contains(key)) return new UnitReading([.. whole[key]], [.. EndingIn(key)], null);

        var longest = Math.Min(key.Length - 1, LongestStart);
        for (var length = longest; length >= ShortestStart; length--)
        {
            if (whole.Contains(key[..length])) return new UnitReading([.. whole[key[..length]]], [], key[length..]);
        }

        for (var length = longest; length >= ShortestStart; length--)
        {
            if (ends.Contains(key[..length])) return new UnitReading([], [.. ends[key[..length]]], key[length..]);
        }

        return new UnitReading([], [], null);
    }

    // A unit is also called by its own name after those of the units above it: 永嘉县 and 瓯北街道 give 永嘉县瓯北街道.
    private IEnumerable<string> NamesOf(Unit unit)
    {
        var name = NameKey.OfUnit(unit.Name);
        yield return name;
        var seen = new HashSet<UnitId> { unit.UnitId };
        for (var id = unit.ParentUnitId; id is { } above && seen.Add(above) && Find(above) is { } parent; id = parent.ParentUnitId)
        {
            var prefix = NameKey.OfUnit(parent.Name);
            if (name.StartsWith(prefix, StringComparison.Ordinal)) continue;
            name = prefix + name;
            yield return name;
        }
    }

    private static IEnumerable<string> EndsOf(string name)
    {
        for (var start = 1; name.Length - start >= ShortestEnd; start++) yield return name[start..];
    }
}

/// <summary>What a text about a unit says.</summary>
/// <param name="Whole">The units that it names in full.</param>
/// <param name="ByEnd">The units of whose names it is the end.</param>
/// <param name="Post">What follows the unit, as a key; null when nothing does.</param>
internal sealed record UnitReading(HashSet<UnitId> Whole, HashSet<UnitId> ByEnd, string? Post)
{
    /// <summary>Whether the text names any unit of the register.</summary>
    public bool IsKnown => Whole.Count + ByEnd.Count > 0;
}

using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Office.Matching;
using Rectify.Office.Register;

namespace Rectify.Office.RegisterEntries;

/// <summary>Finds units and persons by their names in the register, and makes ids for those that it does not have.</summary>
/// <remarks>
/// A new id follows from the name, so that the same table imported again means the same units and persons. Namesakes in one unit cannot be
/// told apart by it and need ids of their own.
/// </remarks>
internal sealed class NamedInTable(IReadOnlyDictionary<UnitId, string> units, IEnumerable<Official> officials) : INamedInRegister
{
    private const int DigitsOfId = 12;

    private readonly ILookup<string, UnitId> byName =
        units.ToLookup(unit => NameKey.OfUnit(unit.Value), unit => unit.Key, StringComparer.Ordinal);

    private readonly ILookup<(UnitId, string), OfficialId> persons = officials
        .SelectMany(one => one.Posts.Select(post => (Key: (post.UnitId, NameKey.Of(one.Name)), one.OfficialId))).Distinct()
        .ToLookup(one => one.Key, one => one.OfficialId);

    public UnitId? Unit(string idOrName) =>
        units.ContainsKey(new UnitId(idOrName)) ? new UnitId(idOrName)
        : byName[NameKey.OfUnit(idOrName)].ToList() is [var only] ? only
        : null;

    public UnitId? OwnUnit(string name) => byName[NameKey.OfUnit(name)].ToList() switch
    {
        [] => new UnitId($"u-{Digest.Of(NameKey.OfUnit(name))[..DigitsOfId]}"),
        [var only] => only,
        _ => null,
    };

    public OfficialId? Official(UnitId unit, string name) => persons[(unit, NameKey.Of(name))].ToList() switch
    {
        [] => new OfficialId($"p-{Digest.Of($"{unit}|{NameKey.Of(name)}")[..DigitsOfId]}"),
        [var only] => only,
        _ => null,
    };
}

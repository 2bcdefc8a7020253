using Rectify.Domain.Identity;
using Rectify.Office.Requests;

namespace Rectify.Office.Register;

/// <summary>The register of units and officials. Lists are ordered by id.</summary>
public interface IRegisterStore
{
    /// <summary>The unit, or null.</summary>
    Task<Unit?> FindUnitAsync(UnitId id, CancellationToken cancellation);

    /// <summary>Those of the units that are in the register, in no particular order.</summary>
    /// <remarks>A store that can find many in one query overrides this; the default asks for one after the other.</remarks>
    async Task<IReadOnlyList<Unit>> FindUnitsAsync(IReadOnlyCollection<UnitId> ids, CancellationToken cancellation)
    {
        var found = new List<Unit>();
        foreach (var id in ids.Distinct())
        {
            if (await FindUnitAsync(id, cancellation) is { } unit) found.Add(unit);
        }

        return found;
    }

    /// <summary>Adds or replaces a unit. True when it is new.</summary>
    Task<bool> PutUnitAsync(Unit unit, CancellationToken cancellation);

    /// <summary>Replaces the unit that the caller has seen, null for none. False when the stored unit has changed since.</summary>
    Task<bool> ReplaceUnitAsync(Unit? seen, Unit unit, CancellationToken cancellation);

    /// <summary>All units.</summary>
    Task<Slice<Unit>> ListUnitsAsync(int top, string? continuation, CancellationToken cancellation);

    /// <summary>The official, or null.</summary>
    Task<Official?> FindOfficialAsync(OfficialId id, CancellationToken cancellation);

    /// <summary>Those of the officials that are in the register, in no particular order.</summary>
    /// <remarks>As for <see cref="FindUnitsAsync"/>.</remarks>
    async Task<IReadOnlyList<Official>> FindOfficialsAsync(IReadOnlyCollection<OfficialId> ids, CancellationToken cancellation)
    {
        var found = new List<Official>();
        foreach (var id in ids.Distinct())
        {
            if (await FindOfficialAsync(id, cancellation) is { } official) found.Add(official);
        }

        return found;
    }

    /// <summary>Every official with one of these names, in no particular order.</summary>
    Task<IReadOnlyList<Official>> FindNamedAsync(IReadOnlyCollection<string> names, CancellationToken cancellation);

    /// <summary>Every official with this mail address, in upper or lower case, by id.</summary>
    async Task<IReadOnlyList<Official>> FindAtAddressAsync(string address, CancellationToken cancellation) =>
    [
        .. (await this.AllOfficialsAsync(cancellation)).Where(
            official => string.Equals(official.Email, address, StringComparison.OrdinalIgnoreCase)),
    ];

    /// <summary>Adds or replaces an official. True when it is new.</summary>
    Task<bool> PutOfficialAsync(Official official, CancellationToken cancellation);

    /// <summary>The same as <see cref="ReplaceUnitAsync"/> for an official.</summary>
    Task<bool> ReplaceOfficialAsync(Official? seen, Official official, CancellationToken cancellation);

    /// <summary>All officials, or those with a post in one unit, in the past, now or in the future.</summary>
    Task<Slice<Official>> ListOfficialsAsync(UnitId? unitId, int top, string? continuation, CancellationToken cancellation);

    /// <summary>Adds or replaces all of them, or none.</summary>
    /// <remarks>
    /// A store that can write many in one transaction overrides this. The default writes them one by one, so the caller has to check all of
    /// them before: an interrupted call leaves a part, and the same call repeated completes it.
    /// </remarks>
    async Task PutAllAsync(IReadOnlyList<Unit> units, IReadOnlyList<Official> officials, CancellationToken cancellation)
    {
        foreach (var unit in units) await PutUnitAsync(unit, cancellation);
        foreach (var official in officials) await PutOfficialAsync(official, cancellation);
    }

    /// <summary>The units whose place another one took.</summary>
    async Task<IReadOnlyList<Unit>> SucceededUnitsAsync(CancellationToken cancellation) =>
        [.. (await this.AllUnitsAsync(cancellation)).Where(unit => unit.SuccessorUnitId is not null)];
}

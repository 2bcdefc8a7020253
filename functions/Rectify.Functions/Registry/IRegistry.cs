using Rectify.Domain.Identity;
using Rectify.Functions.Ledger;

namespace Rectify.Functions.Registry;

/// <summary>The register of units and officials. Lists are ordered by id.</summary>
public interface IRegistry
{
    /// <summary>The unit, or null.</summary>
    Task<Unit?> FindUnitAsync(UnitId id, CancellationToken cancellation);

    /// <summary>Adds or replaces a unit. True when it is new.</summary>
    Task<bool> PutUnitAsync(Unit unit, CancellationToken cancellation);

    /// <summary>All units.</summary>
    Task<Slice<Unit>> ListUnitsAsync(int top, string? continuation, CancellationToken cancellation);

    /// <summary>The official, or null.</summary>
    Task<Official?> FindOfficialAsync(OfficialId id, CancellationToken cancellation);

    /// <summary>Adds or replaces an official. True when it is new.</summary>
    Task<bool> PutOfficialAsync(Official official, CancellationToken cancellation);

    /// <summary>All officials, or those of one unit.</summary>
    Task<Slice<Official>> ListOfficialsAsync(UnitId? unitId, int top, string? continuation, CancellationToken cancellation);
}

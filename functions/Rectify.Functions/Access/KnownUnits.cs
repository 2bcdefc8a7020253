using System.Collections.Concurrent;
using Rectify.Domain.Identity;
using Rectify.Office.Register;

namespace Rectify.Functions.Access;

/// <summary>Tells whether the register has the unit for which a caller speaks. A unit in the register is never removed from it.</summary>
internal sealed class KnownUnits(IRegisterStore registerStore)
{
    private readonly ConcurrentDictionary<UnitId, bool> known = [];

    public async Task<bool> HasAsync(UnitId unit, CancellationToken cancellation)
    {
        if (known.ContainsKey(unit)) return true;
        if (await registerStore.FindUnitAsync(unit, cancellation) is null) return false;

        known.TryAdd(unit, true);
        return true;
    }
}

using Rectify.Domain.Messages;
using Rectify.Functions.Access;
using Rectify.Office.Register;

namespace Rectify.Functions.Health;

/// <summary>Finds the keys of the settings that speak for a unit which the register does not have.</summary>
/// <remarks>
/// Such a key lets in, and sees nothing. An account for such a unit is refused, but settings are read before any register.
/// </remarks>
public sealed class KeyUnits(KeyRing keys, IRegisterStore registerStore)
{
    /// <summary>The settings and their units; null when the register has every unit.</summary>
    public async Task<Bilingual?> FindingAsync(CancellationToken cancellation)
    {
        var named = keys.All.Where(key => key.Caller.UnitId is not null).ToList();
        var known = (await registerStore.FindUnitsAsync([.. named.Select(key => key.Caller.UnitId!.Value)], cancellation))
            .Select(unit => unit.UnitId).ToHashSet();
        var without = named.Where(key => !known.Contains(key.Caller.UnitId!.Value)).Select(key => $"{key.Place}: {key.Caller.UnitId}")
            .ToList();
        return without.Count == 0 ? null
            : ($"单位台账中没有下列设置所指的单位：{string.Join("；", without)}。",
                $"The register does not have the units of these settings: {string.Join("; ", without)}.");
    }
}

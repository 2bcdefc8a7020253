using System.Text.Json.Serialization;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>The unit of a case, as the register had it when the case was opened.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Name">Its name on that day.</param>
/// <param name="Kind">What it is, on which the measures depend (S20); null in entries of earlier versions, which did not say so.</param>
public sealed record ListedUnit(
    UnitId UnitId, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UnitKind? Kind = null);

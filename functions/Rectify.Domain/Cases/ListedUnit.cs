using Rectify.Domain.Identity;

namespace Rectify.Domain.Cases;

/// <summary>The unit of a case, with its name on the day when the case was opened.</summary>
public sealed record ListedUnit(UnitId UnitId, string Name);

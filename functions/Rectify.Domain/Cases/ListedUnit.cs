using Rectify.Domain.Identity;

namespace Rectify.Domain.Cases;

/// <summary>The unit as it was on the day it was listed.</summary>
public sealed record ListedUnit(UnitId UnitId, string Name);

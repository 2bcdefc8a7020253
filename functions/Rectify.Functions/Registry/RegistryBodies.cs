using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;

namespace Rectify.Functions.Registry;

/// <summary>Body of <c>PUT /api/units/{unitId}</c>.</summary>
internal sealed record UnitBody(
    string Name, UnitKind Kind, UnitLevel Level, Liaison Liaison, UnitId? ParentUnitId = null, string? SupervisorEmail = null,
    UnitId? SuccessorUnitId = null);

/// <summary>Body of <c>PUT /api/officials/{officialId}</c>.</summary>
internal sealed record OfficialBody(
    string Name, string Email, UnitId UnitId, string Post, LeaderRole Role, DateOnly From, DateOnly? To = null,
    Language Language = default, Responsibility? Responsibility = null);

using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Register;

/// <summary>Body of <c>PUT /api/units/{unitId}</c>.</summary>
public sealed record UnitBody(
    string Name, UnitKind Kind, UnitLevel Level, Liaison Liaison, UnitId? ParentUnitId = null, string? SupervisorEmail = null,
    UnitId? SuccessorUnitId = null);

/// <summary>
/// Body of <c>PUT /api/officials/{officialId}</c>: the whole list of posts, or one post that is entered as a transfer of the main one.
/// </summary>
public sealed record OfficialBody(
    string Name, string? Email = null, UnitId? UnitId = null, string? Post = null, LeaderRole? Role = null, DateOnly? From = null,
    DateOnly? To = null, MailLanguage Language = default, Responsibility? Responsibility = null, IReadOnlyList<PostBody>? Posts = null);

/// <summary>A post in the list. The main post is marked; without a mark it is the first post that has no end.</summary>
public sealed record PostBody(
    UnitId UnitId, string Post, LeaderRole Role, DateOnly From, DateOnly? To = null, bool? Main = null,
    Responsibility? Responsibility = null);

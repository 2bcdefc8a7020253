using Rectify.Domain.Identity;
using Rectify.Office.Requests;

namespace Rectify.Office.Access;

/// <summary>Who calls, from the credential and never from the body.</summary>
/// <param name="Name">Name of the key, which the ledger records as the actor.</param>
/// <param name="Role">What the caller may do.</param>
/// <param name="UnitId">The unit for which a caller in the role <see cref="Role.Unit"/> speaks; null for the other roles.</param>
public sealed record Caller(string Name, Role Role, UnitId? UnitId)
{
    /// <summary>The account by which the caller is known; null for a key of the settings and for a person without an account.</summary>
    public string? AccountId { get; init; }

    /// <summary>The persons of the register whose cases a caller in the role <see cref="Role.Leader"/> may open; empty otherwise.</summary>
    public IReadOnlyList<OfficialId> OfficialIds { get; init; } = [];

    /// <summary>The caller as the ledger names actors. An account is named by its id and its holder: <c>officer:a-1 张三</c>.</summary>
    public string Actor => ActorStart is { } start ? start + Name : $"{Domain.WireName.Of(Role)}:{Name}";

    /// <summary>How the ledger names everybody who has held the caller's account, up to the name; null without an account.</summary>
    public string? ActorStart => AccountId is null ? null : $"{Domain.WireName.Of(Role)}:{AccountId} ";

    /// <summary>
    /// Whether another caller is the same person or system, and not only of the same name: of leaders the persons in the register tell.
    /// </summary>
    public bool IsSame(Caller other) => other.Actor == Actor && other.UnitId == UnitId && other.OfficialIds.SequenceEqual(OfficialIds);

    /// <summary>Whether an actor of the ledger is this caller, or held the same account before.</summary>
    public bool IsActor(string actor) =>
        ActorStart is { } start ? actor.StartsWith(start, StringComparison.Ordinal) : actor == Actor;

    /// <summary>Whether the caller may see or act on a matter of this unit.</summary>
    public bool MayActFor(UnitId unit) => Role != Role.Unit || UnitId == unit;

    /// <summary>Why the caller may not see or act on a matter of this unit; null when it may.</summary>
    public Problem? RefuseUnit(UnitId unit) => MayActFor(unit) ? null : OtherUnit(unit);

    /// <summary>The refusal of a matter of another unit.</summary>
    public Problem OtherUnit(UnitId unit) =>
        Problem.Of(ProblemKind.Forbidden, ProblemTitles.AnotherUnit, AccessMessages.AnotherUnit.With(Name, UnitId, unit));
}

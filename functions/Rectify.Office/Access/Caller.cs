using Rectify.Domain.Identity;
using Rectify.Office.Requests;

namespace Rectify.Office.Access;

/// <summary>Who calls, from the credential and never from the body.</summary>
/// <param name="Name">Name of the key, which the ledger records as the actor.</param>
/// <param name="Role">What the caller may do.</param>
/// <param name="UnitId">The unit for which a caller in the role <see cref="Role.Unit"/> speaks; null for the other roles.</param>
public sealed record Caller(string Name, Role Role, UnitId? UnitId)
{
    /// <summary>The caller as the ledger names actors.</summary>
    public string Actor => $"{Domain.WireName.Of(Role)}:{Name}";

    /// <summary>Whether the caller may see or act on a matter of this unit.</summary>
    public bool MayActFor(UnitId unit) => Role != Role.Unit || UnitId == unit;

    /// <summary>Why the caller may not see or act on a matter of this unit; null when it may.</summary>
    public Problem? RefuseUnit(UnitId unit) => MayActFor(unit) ? null : OtherUnit(unit);

    /// <summary>The refusal of a matter of another unit.</summary>
    public Problem OtherUnit(UnitId unit) =>
        Problem.Of(ProblemKind.Forbidden, ProblemTitles.AnotherUnit, AccessMessages.AnotherUnit.With(Name, UnitId, unit));
}

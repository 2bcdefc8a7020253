using Rectify.Domain.Rulebooks;

namespace Rectify.Board.Cases;

/// <summary>Whom a veto bars, and who in office on its day is not barred (S6).</summary>
/// <param name="Stage">The stage of the veto.</param>
/// <param name="Rule">The rulebook's rule on whom a veto after a missed deadline bars; null for a veto without a listing.</param>
/// <param name="Day">The day for which the register is asked who holds office.</param>
/// <param name="Barred">The persons whom the veto bars or would bar.</param>
/// <param name="NotBarred">Who holds a sanctioned role on that day and is not barred.</param>
public sealed record VetoPersonsModel(
    VetoStage Stage, VetoPersons? Rule, DateOnly Day, IReadOnlyList<CaseLeader> Barred, IReadOnlyList<CaseHolder> NotBarred);

/// <summary>The stage of a veto.</summary>
public enum VetoStage
{
    /// <summary>The veto would follow if the deadline is missed.</summary>
    IfMissed,

    /// <summary>The veto awaits the committee's decision.</summary>
    Proposed,

    /// <summary>The veto is or was in force.</summary>
    Imposed,
}

/// <summary>A person who holds a post of the unit.</summary>
/// <param name="Name">Name.</param>
/// <param name="Post">Title of the post.</param>
/// <param name="Role">Part in the unit's responsibility.</param>
/// <param name="Since">First day in the post.</param>
public sealed record CaseHolder(string Name, string Post, LeaderRole Role, DateOnly Since);

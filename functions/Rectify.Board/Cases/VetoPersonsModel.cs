using Rectify.Domain.Rulebooks;

namespace Rectify.Board.Cases;

/// <summary>Whom a veto bars, and who in office on its day is not barred (S6).</summary>
/// <param name="Stage">How far the veto has come.</param>
/// <param name="Rule">Whom a veto after a missed deadline bars; null for one without a listing.</param>
/// <param name="Day">The day on which the register is asked who holds office.</param>
/// <param name="Barred">The persons whom it bars or would bar.</param>
/// <param name="NotBarred">Who holds a sanctioned role on that day and is not barred.</param>
public sealed record VetoPersonsModel(
    VetoStage Stage, VetoPersons? Rule, DateOnly Day, IReadOnlyList<CaseLeader> Barred, IReadOnlyList<CaseHolder> NotBarred);

/// <summary>How far a veto has come.</summary>
public enum VetoStage
{
    /// <summary>It follows when the deadline is missed.</summary>
    IfMissed,

    /// <summary>It awaits the committee's decision.</summary>
    Proposed,

    /// <summary>It is in force or was.</summary>
    Imposed,
}

/// <summary>Somebody in office.</summary>
/// <param name="Name">Name.</param>
/// <param name="Post">Title of the post.</param>
/// <param name="Role">Part in the unit's responsibility.</param>
/// <param name="Since">First day in the post.</param>
public sealed record CaseHolder(string Name, string Post, LeaderRole Role, DateOnly Since);

namespace Rectify.Domain.Cases;

/// <summary>An expected refusal: it names the member, the value and the rule.</summary>
/// <param name="Kind">Whether the request broke a rule or came in the wrong state.</param>
/// <param name="Problem">Stable kebab-case name of the refusal.</param>
/// <param name="Member">The member of the request that is at fault.</param>
/// <param name="Detail">A sentence with the value that was given and the rule that it breaks.</param>
public sealed record Rejection(RejectionKind Kind, string Problem, string Member, string Detail)
{
    /// <summary>A request that breaks a rule, whatever the state of the case.</summary>
    public static Rejection Rule(string problem, string member, string detail) => new(RejectionKind.RuleBroken, problem, member, detail);

    /// <summary>A request that does not fit the state of the case.</summary>
    public static Rejection Conflict(string problem, string member, string detail) => new(RejectionKind.StateConflict, problem, member, detail);
}

/// <summary>Why a command was refused.</summary>
public enum RejectionKind
{
    /// <summary>It breaks a rule.</summary>
    RuleBroken,

    /// <summary>It does not fit the state that the case is in.</summary>
    StateConflict,
}

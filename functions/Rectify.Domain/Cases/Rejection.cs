using Rectify.Domain.Messages;

namespace Rectify.Domain.Cases;

/// <summary>An expected refusal: it names the member, the value and the rule.</summary>
/// <param name="Kind">Whether the request broke a rule or came in the wrong state.</param>
/// <param name="Member">The member of the request that is at fault.</param>
/// <param name="Message">The value that was given and the rule that it breaks.</param>
public sealed record Rejection(RejectionKind Kind, string Member, Message Message)
{
    /// <summary>What else is wrong with the same request.</summary>
    public IReadOnlyList<Rejection> Others { get; init; } = [];

    /// <summary>This rejection and all others of the same request, this one first.</summary>
    public IEnumerable<Rejection> All => [this, .. Others.SelectMany(other => other.All)];

    /// <summary>The first of the rejections, with the rest as its others; null when there are none.</summary>
    public static Rejection? Together(params IEnumerable<Rejection?> rejections) => rejections.OfType<Rejection>().ToList() switch
    {
        [] => null,
        [var only] => only,
        [var first, .. var others] => first with { Others = [.. first.Others, .. others] },
    };

    /// <summary>Stable kebab-case name of the refusal.</summary>
    public string Problem => Message.Name;

    /// <summary>A request that breaks a rule, whatever the state of the case.</summary>
    public static Rejection Rule(string member, Message message) => new(RejectionKind.RuleBroken, member, message);

    /// <summary>A request that does not fit the state of the case.</summary>
    public static Rejection Conflict(string member, Message message) => new(RejectionKind.StateConflict, member, message);
}

/// <summary>Why a command was refused.</summary>
public enum RejectionKind
{
    /// <summary>It breaks a rule.</summary>
    RuleBroken,

    /// <summary>It does not fit the state that the case is in.</summary>
    StateConflict,
}

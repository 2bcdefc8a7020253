using Rectify.Domain.Messages;

namespace Rectify.Board.Words;

/// <summary>The name of who made an entry, for people: the ledger names actors as role and name.</summary>
public static class ActorWords
{
    /// <summary>The name without the role; for what happened by itself, these words.</summary>
    public static string Of(string actor, Language language) => actor.IndexOf(':', StringComparison.Ordinal) switch
    {
        < 0 when actor == "system" => language == Language.English ? "by itself" : "系统自动",
        < 0 => actor,
        var colon => actor[(colon + 1)..],
    };
}

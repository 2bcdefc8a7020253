using Rectify.Domain.Messages;

namespace Rectify.Functions.Rulebooks;

/// <summary>The message about a rulebook that does not exist.</summary>
internal static class RulebookMessages
{
    public static readonly MessageCode<string> NoRulebook = new("not-found.rulebook", "There is no rulebook {0}.", "没有规则版本 {0}。");
}

using Rectify.Domain.Messages;

namespace Rectify.Functions.Rulebooks;

/// <summary>Why a rulebook is not answered.</summary>
internal static class RulebookMessages
{
    public static readonly MessageCode<string> NoRulebook = new("not-found.rulebook", "There is no rulebook {0}.", "没有规则版本 {0}。");
}

using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>A value with which no case could be decided, refused by the constructor of a rule.</summary>
/// <param name="member">The parameter of the constructor.</param>
/// <param name="refusal">Why, in both languages.</param>
internal sealed class RuleException(string member, Message refusal) : ArgumentOutOfRangeException(member, refusal.ToString())
{
    /// <summary>Why, in both languages.</summary>
    public Message Refusal { get; } = refusal;
}

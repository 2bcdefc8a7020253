using System.Text.Json;

namespace Rectify.Domain.Messages;

/// <summary>A value in a JSON document is not in its form. What is wrong is told in the reader's language.</summary>
/// <param name="refusal">The form, and what was given.</param>
public sealed class UnreadableValueException(Message refusal) : JsonException(refusal.ToString())
{
    /// <summary>The form, and what was given.</summary>
    public Message Refusal { get; } = refusal;
}

using System.Text.Json;

namespace Rectify.Domain.Messages;

/// <summary>
/// A value in a JSON document does not have the required form. The reason is kept as a message, to be shown in the reader's language.
/// </summary>
/// <param name="refusal">The required form, and what was given.</param>
public sealed class UnreadableValueException(Message refusal) : JsonException(refusal.ToString())
{
    /// <summary>The required form, and what was given.</summary>
    public Message Refusal { get; } = refusal;
}

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>
/// Serialized text that the SDK passes on without deserializing it, because the code could not catch an exception of the SDK's
/// deserialization.
/// </summary>
/// <param name="Text">The serialized value; null for none.</param>
internal sealed record Payload(string? Text);

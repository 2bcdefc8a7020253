namespace Rectify.Durable.Sqlite.Replay;

/// <summary>Serialized text that the SDK passes on without reading it: where it reads, no code could catch a failure.</summary>
/// <param name="Text">The serialized value; null for none.</param>
internal sealed record Payload(string? Text);

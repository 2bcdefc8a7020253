namespace Rectify.Durable.Sqlite.Replay;

/// <summary>What an execution hands to the one that follows it.</summary>
/// <param name="Input">The serialized input.</param>
/// <param name="Version">The version from there on; null to keep the present one.</param>
internal sealed record ContinuedInput(string? Input, string? Version);

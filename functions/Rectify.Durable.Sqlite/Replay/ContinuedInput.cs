namespace Rectify.Durable.Sqlite.Replay;

/// <summary>What an execution that continues as new passes to the next execution.</summary>
/// <param name="Input">The serialized input.</param>
/// <param name="Version">The version of the next execution; null to keep the present one.</param>
internal sealed record ContinuedInput(string? Input, string? Version);

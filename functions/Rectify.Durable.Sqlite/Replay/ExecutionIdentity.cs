using Microsoft.DurableTask;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>What stays the same for a whole execution.</summary>
/// <param name="InstanceId">The id of the instance.</param>
/// <param name="ExecutionId">The id of the execution; each continuation as new has another.</param>
/// <param name="Name">The name of the orchestrator.</param>
/// <param name="Version">The instance's version; empty for none.</param>
/// <param name="Input">The serialized input.</param>
/// <param name="Parent">The orchestration that started it; null if none did.</param>
/// <param name="Tags">The tags that were given at its start; null for none.</param>
internal sealed record ExecutionIdentity(
    string InstanceId,
    string ExecutionId,
    string Name,
    string Version,
    string? Input,
    ParentOrchestrationInstance? Parent,
    IReadOnlyDictionary<string, string>? Tags);

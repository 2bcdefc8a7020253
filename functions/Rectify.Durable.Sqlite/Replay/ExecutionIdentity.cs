using Microsoft.DurableTask;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>What stays the same for a whole execution.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="ExecutionId">Another one after each start over.</param>
/// <param name="Name">The orchestrator.</param>
/// <param name="Version">The instance's version; empty for none.</param>
/// <param name="Input">The serialized input.</param>
/// <param name="Parent">The orchestration that called it, if one did.</param>
/// <param name="Tags">What its caller attached to it.</param>
internal sealed record ExecutionIdentity(
    string InstanceId,
    string ExecutionId,
    string Name,
    string Version,
    string? Input,
    ParentOrchestrationInstance? Parent,
    IReadOnlyDictionary<string, string>? Tags);

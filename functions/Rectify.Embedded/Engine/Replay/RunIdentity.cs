using Microsoft.DurableTask;

namespace Rectify.Embedded.Engine.Replay;

/// <summary>What stays the same for a whole execution.</summary>
internal sealed record RunIdentity(
    string InstanceId, string Name, string Version, string? DefaultVersion, string? Input, ParentOrchestrationInstance? Parent);

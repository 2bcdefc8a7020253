using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Rectify.Durable.Sqlite.Replay;

namespace Rectify.Durable.Sqlite.Storage;

/// <summary>An instance as far as its turns need it.</summary>
internal sealed record InstanceRecord
{
    /// <summary>Its place among all instances; a restarted one has a new number.</summary>
    public required long Number { get; init; }

    public required string Id { get; init; }

    /// <summary>Changes when it continues as new: what was meant for an earlier execution is recognised by it.</summary>
    public required long Execution { get; init; }

    /// <summary>Turns committed in this execution.</summary>
    public int Turn { get; init; }

    /// <summary>The row of the last of them; null before the first.</summary>
    public long? Last { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }

    public OrchestrationRuntimeStatus Status { get; init; } = OrchestrationRuntimeStatus.Pending;

    public required DateTimeOffset Created { get; init; }

    public string? Input { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public ParentLink? Parent { get; init; }

    /// <summary>What stays the same for the present execution.</summary>
    public ExecutionIdentity Identity => new(
        Id,
        Execution.ToString(CultureInfo.InvariantCulture),
        Name,
        Version,
        Input,
        Parent is { } link ? new ParentOrchestrationInstance(link.Name, link.Id) : null,
        Tags);

    public bool HasEnded => Status
        is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;
}

using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Rectify.Durable.Sqlite.Replay;

namespace Rectify.Durable.Sqlite.Storage;

/// <summary>The data of an instance that its turns need.</summary>
internal sealed record InstanceRecord
{
    /// <summary>The instance's number, in the order of creation; an instance that is started again under its id has a new number.</summary>
    public required long Number { get; init; }

    public required string Id { get; init; }

    /// <summary>
    /// The number of the execution. It changes when the instance continues as new, so that messages to an earlier execution are recognized.
    /// </summary>
    public required long Execution { get; init; }

    /// <summary>The number of turns committed in this execution.</summary>
    public int Turn { get; init; }

    /// <summary>The history row of the last turn; null before the first.</summary>
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

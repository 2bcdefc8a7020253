using System.Collections.Immutable;

namespace Microsoft.DurableTask;

/// <summary>How a client starts an orchestration.</summary>
public record StartOrchestrationOptions
{
    /// <summary>Options with an id and a time.</summary>
    /// <param name="InstanceId">The id; null makes a new one.</param>
    /// <param name="StartAt">Not before this instant; null means now.</param>
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    /// <summary>A copy.</summary>
    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
        StartAt = options.StartAt;
        Tags = options.Tags;
        Version = options.Version;
        DedupeStatuses = options.DedupeStatuses;
    }

    /// <summary>The id, or null.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The earliest start, or null.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Tags kept with the instance.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary.Create<string, string>();

    /// <summary>The version; null means the default version.</summary>
    public TaskVersion? Version { get; init; }

    /// <summary>Statuses in which an existing instance of this id refuses the start.</summary>
    /// <remarks>Null: an instance that has not ended refuses, an ended one is replaced.</remarks>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}

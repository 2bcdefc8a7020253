using Microsoft.DurableTask.Worker;
using VersionFailureStrategy = Microsoft.DurableTask.Worker.DurableTaskWorkerOptions.VersionFailureStrategy;
using VersionMatchStrategy = Microsoft.DurableTask.Worker.DurableTaskWorkerOptions.VersionMatchStrategy;

namespace Rectify.Durable.Sqlite;

/// <summary>The settings of an engine.</summary>
public sealed record EngineOptions
{
    /// <summary>The SQLite file; it and its folder are created when missing.</summary>
    public required string DatabasePath { get; init; }

    /// <summary>Whether a commit waits for the disk, so that a power cut loses nothing. Default true.</summary>
    public bool SynchronousFull { get; init; } = true;

    /// <summary>The version of instances that are started without one. Default none.</summary>
    public string? DefaultVersion { get; init; }

    /// <summary>Which instances may run, by comparison with <see cref="DefaultVersion"/>. Default all.</summary>
    /// <remarks>Without a default version there is nothing to compare with, and all may run.</remarks>
    public VersionMatchStrategy VersionMatch { get; init; } = VersionMatchStrategy.None;

    /// <summary>What happens to an instance whose version may not run. Default: it is stalled.</summary>
    public VersionFailureStrategy VersionFailure { get; init; } = VersionFailureStrategy.Reject;

    /// <summary>How long an ended instance is kept after its end. Default 400 days; null keeps it for ever.</summary>
    public TimeSpan? Retention { get; init; } = TimeSpan.FromDays(400);

    /// <summary>Where the code of orchestrators runs. Default null: in this process, with the catalog's code.</summary>
    public IOrchestrationExecutor? Executor { get; init; }

    /// <summary>Provides further properties of an exception that are stored with its type and message. Default null: none.</summary>
    public IExceptionPropertiesProvider? ExceptionProperties { get; init; }

    /// <summary>Orchestrator turns that run at the same time. Default: one per processor.</summary>
    public int MaxConcurrentTurns { get; init; } = Environment.ProcessorCount;

    /// <summary>Activities that run at the same time. Default: ten per processor.</summary>
    public int MaxConcurrentActivities { get; init; } = 10 * Environment.ProcessorCount;

    /// <summary>Waiting instances whose state stays in memory; others are replayed when they are woken. Default 2,000.</summary>
    public int MaxWarmInstances { get; init; } = 2_000;
}

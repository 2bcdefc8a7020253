using DurableTask.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Shims;
using Microsoft.Extensions.Logging;
using IExceptionPropertiesProvider = Microsoft.DurableTask.Worker.IExceptionPropertiesProvider;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>Creates executions that run on the SDK's own orchestration context.</summary>
internal sealed class OrchestrationFactory
{
    private readonly DurableTaskShimFactory shims;

    /// <param name="converter">Serializes inputs, results and events.</param>
    /// <param name="loggers">For replay-safe loggers, and for the SDK's own messages.</param>
    /// <param name="defaultVersion">The version of sub-orchestrations that are started without one; null for none.</param>
    /// <param name="properties">Provides further properties of exceptions; null for none.</param>
    public OrchestrationFactory(
        DataConverter converter, ILoggerFactory loggers, string? defaultVersion, IExceptionPropertiesProvider? properties)
    {
        Converter = converter;
        Loggers = loggers;
        Properties = properties;
        shims = new DurableTaskShimFactory(
            new DurableTaskWorkerOptions
            {
                DataConverter = new PayloadConverter(converter),

                // A timer of any length is one row here. By default the SDK would split it into timers of three days.
                MaximumTimerInterval = TimeSpan.MaxValue,
                Versioning = defaultVersion is null
                    ? null
                    : new DurableTaskWorkerOptions.VersioningOptions { DefaultVersion = defaultVersion },
            },
            loggers);
    }

    public DataConverter Converter { get; }

    public ILoggerFactory Loggers { get; }

    public IExceptionPropertiesProvider? Properties { get; }

    public TaskOrchestration Create(ExecutionIdentity identity, Func<TaskOrchestrationContext, Task<object?>> run) =>
        shims.CreateOrchestration(identity.Name, new OrchestratorCode(run), identity.Parent);
}

using DurableTask.Core;
using DurableTask.Core.Command;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Shims;
using Microsoft.Extensions.Logging;

namespace Rectify.Durable.Sqlite.Tests;

/// <summary>Takes a turn as a worker process does: the whole history anew, through Durable Task's executor and the SDK's context.</summary>
internal sealed class CoreExecutor(
    IFunctionCatalog catalog,
    string? defaultVersion,
    ILoggerFactory loggers,
    Microsoft.DurableTask.Worker.IExceptionPropertiesProvider? properties = null) : IOrchestrationExecutor
{
    private readonly DurableTaskShimFactory shims = new(new DurableTaskWorkerOptions
    {
        DataConverter = JsonDataConverter.Default,
        MaximumTimerInterval = TimeSpan.MaxValue,
        Versioning = defaultVersion is null ? null : new DurableTaskWorkerOptions.VersioningOptions { DefaultVersion = defaultVersion },
    }, loggers);

    public Task<OrchestratorExecutionResult> ExecuteAsync(OrchestrationRuntimeState state, CancellationToken ct)
    {
        if (catalog.FindOrchestrator(state.Name) is not { } code)
        {
            return Task.FromResult(Unknown(state.Name, state.Version));
        }

        var parent = state.ParentInstance is { } link ? new ParentOrchestrationInstance(link.Name, link.OrchestrationInstance.InstanceId)
            : null;
        var orchestration = shims.CreateOrchestration(state.Name, new Orchestrator(code, state.Input, loggers), parent);
        try
        {
            return Task.FromResult(new TaskOrchestrationExecutor(
                state, orchestration, BehaviorOnContinueAsNew.Carryover, null, ErrorPropagationMode.UseFailureDetails,
                properties is null ? null : new Properties(properties)).Execute());
        }
        catch (Exception e)
        {
            // As the SDK's worker: what the executor itself throws ends the orchestration.
            return Task.FromResult(Failed(new FailureDetails(e)));
        }
    }

    private static OrchestratorExecutionResult Unknown(string name, string version) => Failed(new FailureDetails(
        "OrchestratorTaskNotFound",
        $"No orchestrator task named '{name}'{(string.IsNullOrEmpty(version) ? "" : $" with version '{version}'")} was found.",
        null, null, isNonRetriable: true));

    private static OrchestratorExecutionResult Failed(FailureDetails details) => new()
    {
        Actions =
            [new OrchestrationCompleteOrchestratorAction { OrchestrationStatus = OrchestrationStatus.Failed, FailureDetails = details }],
    };

    private sealed class Properties(Microsoft.DurableTask.Worker.IExceptionPropertiesProvider inner)
        : DurableTask.Core.IExceptionPropertiesProvider
    {
        public IDictionary<string, object?>? GetExceptionProperties(Exception exception) => inner.GetExceptionProperties(exception);
    }
}

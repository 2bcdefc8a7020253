using Rectify.Durable.Sqlite.Replay;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Dispatch;

/// <summary>Creates the execution of an instance from the code of its orchestrator.</summary>
internal sealed class ExecutionSource(IFunctionCatalog catalog, IOrchestrationExecutor? executor, OrchestrationFactory factory)
{
    /// <summary>An execution before its first turn; null when there is no orchestrator of the instance's name.</summary>
    /// <param name="record">The instance.</param>
    /// <param name="onViolation">
    /// Called when the code has awaited something that is not of its context, and continues outside a turn.
    /// </param>
    public IExecution? Create(InstanceRecord record, Action<IExecution> onViolation) =>
        executor is not null ? new ExternalExecution(record.Identity, executor)
        : catalog.FindOrchestrator(record.Name) is { } code ? new OrchestrationRun(record.Identity, code, factory, onViolation)
        : null;

    /// <summary>Whether <see cref="Create"/> would find the code.</summary>
    public bool Knows(InstanceRecord record) => executor is not null || catalog.FindOrchestrator(record.Name) is not null;
}

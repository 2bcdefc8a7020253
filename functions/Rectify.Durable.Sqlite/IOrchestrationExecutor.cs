using DurableTask.Core;

namespace Rectify.Durable.Sqlite;

/// <summary>Runs the code of orchestrators outside the engine, as the Functions host does with a worker process.</summary>
public interface IOrchestrationExecutor
{
    /// <summary>Takes one turn.</summary>
    /// <param name="state">The whole history of the execution as Durable Task's events, with those of this turn as its new events.</param>
    /// <param name="ct">Signalled when the engine stops.</param>
    /// <returns>
    /// The actions that the code asks for. A failed completion with the error type
    /// <c>DurableTask.Core.Exceptions.NonDeterministicOrchestrationException</c> stalls the instance.
    /// </returns>
    /// <exception cref="Exception">The turn could not be taken; it is tried again after a second.</exception>
    Task<OrchestratorExecutionResult> ExecuteAsync(OrchestrationRuntimeState state, CancellationToken ct);
}

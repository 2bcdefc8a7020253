using Microsoft.DurableTask;

namespace Rectify.Durable.Sqlite;

/// <summary>Finds the code of orchestrators and activities that the engine runs.</summary>
public interface IFunctionCatalog
{
    /// <summary>The orchestrator of this name, or null: an instance that asks for it then fails.</summary>
    /// <remarks>The returned object is serialized with the engine's converter.</remarks>
    Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(TaskName name);

    /// <summary>The activity of this name, or null: the call then fails. Input and result are serialized text.</summary>
    Func<ActivityCall, CancellationToken, Task<string?>>? FindActivity(TaskName name);
}

using Microsoft.DurableTask;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>An orchestrator in the form that the SDK runs. Its input is deserialized by the context when the code reads it.</summary>
internal sealed class OrchestratorCode(Func<TaskOrchestrationContext, Task<object?>> run) : ITaskOrchestrator
{
    public Type InputType => typeof(Payload);

    public Type OutputType => typeof(object);

    public Task<object?> RunAsync(TaskOrchestrationContext context, object? input) => run(context);
}

using Microsoft.DurableTask;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>An orchestrator as the SDK runs it. Its input is read by the context when the code asks for it.</summary>
internal sealed class OrchestratorCode(Func<TaskOrchestrationContext, Task<object?>> run) : ITaskOrchestrator
{
    public Type InputType => typeof(Payload);

    public Type OutputType => typeof(object);

    public Task<object?> RunAsync(TaskOrchestrationContext context, object? input) => run(context);
}

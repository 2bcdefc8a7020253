using Microsoft.DurableTask;
using Rectify.Durable.Sqlite;

namespace Rectify.Functions.Tests.Histories;

/// <summary>The app with one orchestrator replaced, as a careless change would do it.</summary>
internal sealed class ChangedCode(IFunctionCatalog app, string name, Func<TaskOrchestrationContext, Task> code) : IFunctionCatalog
{
    public Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(TaskName asked) =>
        asked == new TaskName(name) ? RunAsync : app.FindOrchestrator(asked);

    public Func<ActivityCall, CancellationToken, Task<string?>>? FindActivity(TaskName asked) => app.FindActivity(asked);

    private async Task<object?> RunAsync(TaskOrchestrationContext context)
    {
        await code(context);
        return null;
    }
}

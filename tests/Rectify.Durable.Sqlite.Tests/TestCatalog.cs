using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;

namespace Rectify.Durable.Sqlite.Tests;

/// <summary>Orchestrators and activities as delegates, by name.</summary>
public sealed class TestCatalog : IFunctionCatalog
{
    private readonly Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> orchestrators =
        new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Func<ActivityCall, CancellationToken, Task<string?>>> activities =
        new(StringComparer.OrdinalIgnoreCase);

    public Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(TaskName name) => orchestrators.GetValueOrDefault(name.Name);

    public Func<ActivityCall, CancellationToken, Task<string?>>? FindActivity(TaskName name) => activities.GetValueOrDefault(name.Name);

    public void Orchestrator<T>(string name, Func<TaskOrchestrationContext, Task<T>> code) =>
        orchestrators[name] = async context => await code(context);

    public void Orchestrator(string name, Func<TaskOrchestrationContext, Task> code) =>
        orchestrators[name] = async context =>
        {
            await code(context);
            return null;
        };

    public void Activity<TIn, TOut>(string name, Func<TIn, TOut> code) =>
        activities[name] = (call, _) =>
            Task.FromResult(JsonDataConverter.Default.Serialize(code(JsonDataConverter.Default.Deserialize<TIn>(call.Input)!)));

    public void RawActivity(string name, Func<ActivityCall, CancellationToken, Task<string?>> code) => activities[name] = code;

    public void Forget(string orchestrator) => orchestrators.Remove(orchestrator);
}

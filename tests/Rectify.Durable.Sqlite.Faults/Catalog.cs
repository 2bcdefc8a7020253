using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.DurableTask;

namespace Rectify.Durable.Sqlite.Faults;

/// <summary>Orchestrators that use everything that rows are kept for: calls, timers, events, retries, children, new executions.</summary>
internal sealed class Catalog(SideLog done) : IFunctionCatalog
{
    public const int Rounds = 4;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);
    private readonly ConcurrentDictionary<int, int> shakes = new();

    public Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(TaskName name) => name.Name switch
    {
        "Timed" => async context => await TimedAsync(context),
        "Told" => async context => await ToldAsync(context),
        "Shaky" => async context => await context.CallActivityAsync<int>(
            "Shake", context.GetInput<int>(), TaskOptions.FromRetryPolicy(new RetryPolicy(1_000, Moment))),
        "Parent" => async context => await ParentAsync(context),
        "Child" => async context => await ChildAsync(context),
        "Loop" => async context => await LoopAsync(context),
        _ => null,
    };

    public Func<ActivityCall, CancellationToken, Task<string?>>? FindActivity(TaskName name) => (call, _) =>
    {
        var input = int.Parse(call.Input!, CultureInfo.InvariantCulture);
        if (call.Name == "Shake" && shakes.AddOrUpdate(input, 1, (_, before) => before + 1) < 3)
        {
            throw new IOException("Not this time.");
        }

        done.Write($"{call.InstanceId} {call.Name} {input}");
        var result = call.Name switch
        {
            "Double" => 2 * input,
            "Next" => input + 1,
            _ => input,
        };
        return Task.FromResult<string?>(result.ToString(CultureInfo.InvariantCulture));
    };

    private static async Task<int> TimedAsync(TaskOrchestrationContext context)
    {
        var once = await context.CallActivityAsync<int>("Double", context.GetInput<int>());
        await context.CreateTimer(Moment, CancellationToken.None);
        return await context.CallActivityAsync<int>("Double", once);
    }

    private static async Task<int> ToldAsync(TaskOrchestrationContext context)
    {
        using var enough = new CancellationTokenSource();
        var late = context.CreateTimer(TimeSpan.FromDays(100), enough.Token);
        var told = context.WaitForExternalEvent<int>("told");
        await Task.WhenAny(told, late);
        enough.Cancel();
        return await context.CallActivityAsync<int>("Double", await told);
    }

    private static async Task<int> ParentAsync(TaskOrchestrationContext context)
    {
        var children = new[] { "a", "b" }.Select(part => context.CallSubOrchestratorAsync<int>(
            "Child", context.GetInput<int>(), new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-{part}")));
        return (await Task.WhenAll(children)).Sum();
    }

    private static async Task<int> ChildAsync(TaskOrchestrationContext context)
    {
        await context.CreateTimer(Moment, CancellationToken.None);
        return await context.CallActivityAsync<int>("Double", context.GetInput<int>());
    }

    private static async Task<int> LoopAsync(TaskOrchestrationContext context)
    {
        var next = await context.CallActivityAsync<int>("Next", context.GetInput<int>());
        if (next - Expected.Number(context.InstanceId) < Rounds)
        {
            context.ContinueAsNew(next);
        }

        return next;
    }
}

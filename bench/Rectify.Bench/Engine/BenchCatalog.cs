using System.Globalization;
using Microsoft.DurableTask;
using Rectify.Durable.Sqlite;

namespace Rectify.Bench.Engine;

/// <summary>The orchestrators of the load. They compute nothing: what they cost is the engine's.</summary>
internal sealed class BenchCatalog : IFunctionCatalog
{
    /// <summary>One start, three turns, one activity, one due timer.</summary>
    public const string Case = nameof(Case);

    /// <summary>Asks an activity, waits for an instant months away or for an event, and begins again: three turns each time.</summary>
    public const string Waiting = nameof(Waiting);

    /// <summary>The event that <see cref="Waiting"/> waits for; any other is kept until somebody asks for it, which is one turn.</summary>
    public const string Changed = nameof(Changed);

    /// <summary>Waits for the instant that is its input, and gives it back.</summary>
    public const string Alarm = nameof(Alarm);

    /// <summary>Reads events until one is negative.</summary>
    public const string Listener = nameof(Listener);

    public Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(TaskName name) => name.Name switch
    {
        Case => async context => await CaseAsync(context),
        Waiting => async context => await WaitingAsync(context),
        Alarm => async context => await AlarmAsync(context),
        Listener => async context => await ListenerAsync(context),
        _ => null,
    };

    public Func<ActivityCall, CancellationToken, Task<string?>>? FindActivity(TaskName name) => static (call, _) =>
        Task.FromResult<string?>((2 * int.Parse(call.Input!, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture));

    private static async Task<int> CaseAsync(TaskOrchestrationContext context)
    {
        var doubled = await context.CallActivityAsync<int>("Double", context.GetInput<int>());
        await context.CreateTimer(context.CurrentUtcDateTime, CancellationToken.None);
        return doubled;
    }

    private static async Task<int> WaitingAsync(TaskOrchestrationContext context)
    {
        var asked = await context.CallActivityAsync<int>("Double", context.GetInput<int>());
        using var changed = new CancellationTokenSource();
        var over = context.CreateTimer(TimeSpan.FromDays(180), changed.Token);
        if (await Task.WhenAny(over, context.WaitForExternalEvent<int>(Changed)) != over)
        {
            await changed.CancelAsync();
            context.ContinueAsNew(asked);
        }

        return asked;
    }

    private static async Task<DateTime> AlarmAsync(TaskOrchestrationContext context)
    {
        var at = context.GetInput<DateTime>();
        await context.CreateTimer(at, CancellationToken.None);
        return at;
    }

    private static async Task<int> ListenerAsync(TaskOrchestrationContext context)
    {
        var sum = 0;
        while (await context.WaitForExternalEvent<int>("number") is var number and >= 0)
        {
            sum += number;
        }

        return sum;
    }
}

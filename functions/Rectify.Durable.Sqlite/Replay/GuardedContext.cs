using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.Logging;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>
/// The SDK's orchestration context as the code sees it. It refuses calls from outside a turn, and deserializes inputs and events only when
/// the code reads them.
/// </summary>
/// <remarks>
/// The SDK deserializes an input or an event when it is delivered, as the type that was named first. A text that is not of that type would
/// make the instance fail. Deserialized here, the code gets the exception and can handle it.
/// </remarks>
internal sealed class GuardedContext(
    TaskOrchestrationContext inner, string? input, DataConverter converter, ILoggerFactory loggers, TurnPump pump)
    : TaskOrchestrationContext
{
    private readonly Dictionary<string, (Type Type, int Open)> waits = new(StringComparer.OrdinalIgnoreCase);

    public override TaskName Name => inner.Name;

    public override string InstanceId => inner.InstanceId;

    public override ParentOrchestrationInstance? Parent => inner.Parent;

    public override string Version => inner.Version;

    public override DateTime CurrentUtcDateTime => inner.CurrentUtcDateTime;

    public override bool IsReplaying => inner.IsReplaying;

    public override IReadOnlyDictionary<string, object?> Properties => inner.Properties;

    public override TaskOrchestrationEntityFeature Entities => inner.Entities;

    /// <summary>The number of open waits for events, including those that the code no longer awaits.</summary>
    public int Waiting { get; private set; }

    protected override ILoggerFactory LoggerFactory => loggers;

    public override T? GetInput<T>()
        where T : default => Read<T>(input);

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        pump.Require();
        return inner.CallActivityAsync<TResult>(name, input, options);
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        pump.Require();
        return inner.CallSubOrchestratorAsync<TResult>(orchestratorName, input, options);
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        pump.Require();
        return inner.CreateTimer(fireAt, cancellationToken);
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        pump.Require();
        var (type, open) = waits.GetValueOrDefault(eventName, (typeof(T), 0));
        if (open > 0 && type != typeof(T))
        {
            throw new ArgumentException(
                "Events with the same name must have the same type argument."
                + $" Expected {type.FullName} but was requested {typeof(T).FullName}.");
        }

        waits[eventName] = (typeof(T), open + 1);
        return ReadAsync<T>(eventName, inner.WaitForExternalEvent<Payload>(eventName, cancellationToken));
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        pump.Require();
        inner.SendEvent(instanceId, eventName, payload);
    }

    public override void SetCustomStatus(object? customStatus)
    {
        pump.Require();
        inner.SetCustomStatus(customStatus);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        pump.Require();
        inner.ContinueAsNew(newInput, preserveUnprocessedEvents);
    }

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        pump.Require();
        inner.ContinueAsNew(options);
    }

    public override Guid NewGuid()
    {
        pump.Require();
        return inner.NewGuid();
    }

    private async Task<T> ReadAsync<T>(string eventName, Task<Payload> arrives)
    {
        Waiting++;
        try
        {
            // As in the SDK, a cancelled wait still counts as open, so that later waits for the same name must have its type.
            var payload = await arrives;
            waits[eventName] = waits[eventName] with { Open = waits[eventName].Open - 1 };
            return Read<T>(payload.Text)!;
        }
        finally
        {
            Waiting--;
        }
    }

    // Without a text, the default value of the type.
    private T? Read<T>(string? text) => converter.Deserialize(text, typeof(T)) is { } value ? (T)value : default;
}

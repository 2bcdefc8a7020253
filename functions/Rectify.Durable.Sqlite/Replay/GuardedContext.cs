using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.Logging;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>The SDK's context as orchestrator code sees it: refuses calls from outside a turn, and deserializes when it is asked.</summary>
/// <remarks>
/// The SDK deserializes an input or an event while it is being delivered, as the type that was named first. Text that is no
/// such value would fail the instance there; deserialized here, the code gets the exception and can handle it.
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

    /// <summary>How many waits for events are open, given-up ones included.</summary>
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
            // As the SDK has it, a wait that was cancelled still holds later ones of its name to its type.
            var payload = await arrives;
            waits[eventName] = waits[eventName] with { Open = waits[eventName].Open - 1 };
            return Read<T>(payload.Text)!;
        }
        finally
        {
            Waiting--;
        }
    }

    // No text at all: what a variable of the type holds when nothing was given.
    private T? Read<T>(string? text) => converter.Deserialize(text, typeof(T)) is { } value ? (T)value : default;
}

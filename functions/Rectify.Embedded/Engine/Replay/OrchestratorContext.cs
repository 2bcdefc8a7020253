using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Rectify.Embedded.Engine.Replay;

/// <summary>The context that orchestrator code sees.</summary>
internal sealed class OrchestratorContext(
    RunIdentity identity, DataConverter converter, ILoggerFactory loggers, TurnPump pump, OpenTasks tasks, EventMailbox mailbox)
    : TaskOrchestrationContext
{
    private DateTimeOffset now;
    private bool replaying;
    private int guids;

    public override TaskName Name => identity.Name;

    public override string InstanceId => identity.InstanceId;

    public override ParentOrchestrationInstance? Parent => identity.Parent;

    public override string Version => identity.Version;

    public override DateTime CurrentUtcDateTime => now.UtcDateTime;

    public override bool IsReplaying => replaying;

    public string? CustomStatus { get; private set; }

    public ContinueAsNewOptions? Next { get; private set; }

    protected override ILoggerFactory LoggerFactory => loggers;

    public void BeginTurn(DateTimeOffset at, bool isReplay)
    {
        now = at;
        replaying = isReplay;
    }

    public override T? GetInput<T>()
        where T : default => converter.Deserialize<T>(identity.Input);

    public override async Task<TResult> CallActivityAsync<TResult>(
        TaskName name, object? input = null, TaskOptions? options = null)
    {
        pump.Require();
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException("TaskOptions were given as the input; name the parameter: options.", nameof(input));
        }

        var text = converter.Serialize(input);
        var result = await RetryLoop.RunAsync(
            this, options?.Retry, () => tasks.Call(name, id => new Decision.CallActivity(id, name, text)));
        return converter.Deserialize<TResult>(result)!;
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        pump.Require();
        var own = options as SubOrchestrationOptions;
        var instanceId = own?.InstanceId ?? NewGuid().ToString("N");
        var version = own?.Version is { } asked ? asked.Version : identity.DefaultVersion;
        var tags = options?.Tags is { } given ? new Dictionary<string, string>(given) : null;
        var text = converter.Serialize(input);
        var result = await RetryLoop.RunAsync(this, options?.Retry, () => tasks.Call(
            orchestratorName, id => new Decision.StartChild(id, orchestratorName, instanceId, text, version, tags)));
        return converter.Deserialize<TResult>(result)!;
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        pump.Require();
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        var (id, task) = tasks.StartTimer(new DateTimeOffset(fireAt.ToUniversalTime()));
        OnCancel(cancellationToken, () => tasks.CancelTimer(id, cancellationToken));
        return task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        pump.Require();
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        var source = new TaskCompletionSource<T>();
        var waiter = mailbox.Wait(eventName, typeof(T), payload => Accept(source, payload));
        if (!source.Task.IsCompleted)
        {
            OnCancel(cancellationToken, () =>
            {
                mailbox.Abandon(eventName, waiter);
                source.TrySetCanceled(cancellationToken);
            });
        }

        return source.Task;
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        pump.Require();
        var text = converter.Serialize(payload);
        tasks.Decide(id => new Decision.SendEvent(id, instanceId, eventName, text));
    }

    public override void SetCustomStatus(object? customStatus)
    {
        pump.Require();
        CustomStatus = converter.Serialize(customStatus);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        pump.Require();
        Next = options;
    }

    public override Guid NewGuid()
    {
        pump.Require();
        return DeterministicGuid.Create(InstanceId, CurrentUtcDateTime, guids++);
    }

    private void Accept<T>(TaskCompletionSource<T> source, string? payload)
    {
        try
        {
            source.TrySetResult(converter.Deserialize<T>(payload)!);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            source.TrySetException(e);
        }
    }

    // A token cancelled from another thread is a foreign influence that no replay could repeat.
    private void OnCancel(CancellationToken token, Action cancel) => token.Register(() =>
    {
        if (pump.InTurn)
        {
            cancel();
        }
        else
        {
            pump.Violate();
        }
    });
}

using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.Serializing.Internal;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>
/// The Durable Task context beneath the SDK's orchestration context: records calls as decisions, and completes them when their results
/// come.
/// </summary>
/// <remarks>
/// Calls are numbered in the same order as in Durable Task, so that this engine and Durable Task can replay each other's histories.
/// </remarks>
internal sealed class RecordingContext : OrchestrationContext
{
    private readonly Dictionary<int, OpenTask> open = [];
    private readonly TurnPump pump;
    private List<RecordedDecision> decisions = [];
    private List<int> cancelled = [];
    private DateTime now;
    private int nextId;

    public RecordingContext(ExecutionIdentity identity, TurnPump pump)
    {
        this.pump = pump;
        OrchestrationInstance = new OrchestrationInstance { InstanceId = identity.InstanceId, ExecutionId = identity.ExecutionId };
        Version = identity.Version;
    }

    public override DateTime CurrentUtcDateTime => now;

    /// <summary>Whether an activity, a timer or a sub-orchestration has not ended; the execution ends only after them.</summary>
    public bool HasOpenTasks => open.Count > 0;

    /// <summary>The input with which the code asked to continue as new; null when it has not asked.</summary>
    public ContinuedInput? Next { get; private set; }

    public void BeginTurn(DateTimeOffset at, bool isReplay)
    {
        now = at.UtcDateTime;
        IsReplaying = isReplay;
    }

    public IReadOnlyList<RecordedDecision> TakeDecisions() => Interlocked.Exchange(ref decisions, []);

    public IReadOnlyList<int> TakeCancelledTimers() => cancelled.Count == 0 ? [] : Interlocked.Exchange(ref cancelled, []);

    // A result for a task that is not open has come before, since an activity may run more than once: it is ignored.
    public void Complete(int id, string? result)
    {
        if (open.Remove(id, out var task))
        {
            task.Source.SetResult(result);
        }
    }

    public void Fail(int id, Failure failure)
    {
        if (!open.Remove(id, out var task))
        {
            return;
        }

        task.Source.SetException(task.Decision switch
        {
            RecordedDecision.SubOrchestrationInstanceCreated child => new SubOrchestrationFailedException(
                -1, id, child.Name, child.Version, null, null)
            { FailureDetails = failure.ToCore() },
            RecordedDecision.TaskScheduled call => new TaskFailedException(
                -1, id, call.Name, call.Version, null, null)
            { FailureDetails = failure.ToCore() },
            var other => throw new InvalidOperationException($"{other} cannot fail."),
        });
    }

    public override Task<T> ScheduleTask<T>(string name, string version, params object[] parameters) =>
        CallAsync<T>(name, version, parameters);

    public override Task<T> ScheduleTask<T>(string name, string version, ScheduleTaskOptions options, params object[] parameters) =>
        options.RetryOptions is { } retry
            ? new RetryInterceptor<T>(this, retry, () => CallAsync<T>(name, version, parameters)).Invoke()!
            : CallAsync<T>(name, version, parameters);

    public override Task<T> CreateSubOrchestrationInstance<T>(string name, string version, object input) =>
        CreateSubOrchestrationInstance<T>(name, version, null!, input, null!);

    public override Task<T> CreateSubOrchestrationInstance<T>(string name, string version, string instanceId, object input) =>
        CreateSubOrchestrationInstance<T>(name, version, instanceId, input, null!);

    public override Task<T> CreateSubOrchestrationInstance<T>(
        string name, string version, string instanceId, object input, IDictionary<string, string> tags)
    {
        var id = nextId++;
        var child = string.IsNullOrWhiteSpace(instanceId) ? $"{OrchestrationInstance.ExecutionId}:{id}" : instanceId;
        var copied = tags is { Count: > 0 } ? new Dictionary<string, string>(tags) : null;
        return ReadAsync<T>(Open(new RecordedDecision.SubOrchestrationInstanceCreated(id, name, child, version, Text(input), copied)));
    }

    public override Task<T> CreateTimer<T>(DateTime fireAt, T state) => CreateTimer(fireAt, state, CancellationToken.None);

    public override async Task<T> CreateTimer<T>(DateTime fireAt, T state, CancellationToken cancelToken)
    {
        var id = nextId++;
        var task = Open(new RecordedDecision.TimerCreated(id, new DateTimeOffset(DateTime.SpecifyKind(fireAt, DateTimeKind.Utc))));
        cancelToken.Register(() => Cancel(id));
        await task.Source.Task;
        return state;
    }

    public override void SendEvent(OrchestrationInstance orchestrationInstance, string eventName, object eventData) =>
        decisions.Add(new RecordedDecision.EventSent(nextId++, orchestrationInstance.InstanceId, eventName, Text(eventData)));

    public override void ContinueAsNew(object input) => ContinueAsNew(null!, input);

    public override void ContinueAsNew(string newVersion, object input) => Next = new ContinuedInput(Text(input), newVersion);

    private Task<T> CallAsync<T>(string name, string version, object[] parameters)
    {
        var input = parameters is [var only] ? only : parameters;
        return ReadAsync<T>(Open(new RecordedDecision.TaskScheduled(nextId++, name, version, Text(input))));
    }

    private async Task<T> ReadAsync<T>(OpenTask task)
    {
        var text = await task.Source.Task;
        return MessageDataConverter.Deserialize<T>(text);
    }

    private OpenTask Open(RecordedDecision decision)
    {
        var task = new OpenTask(decision);
        decisions.Add(decision);
        open.Add(decision.Id, task);
        return task;
    }

    private void Cancel(int timer)
    {
        // A token that is cancelled from another thread is a violation, because a replay could not repeat it.
        if (!pump.InTurn)
        {
            pump.Violate();
        }
        else if (open.Remove(timer, out var task))
        {
            cancelled.Add(timer);
            task.Source.TrySetCanceled();
        }
    }

    // The SDK sends unread events on to the next execution as RawInput, which holds their text. It declares the type obsolete for callers
    // and goes on using it itself, so that there is no other way to recognise such an event.
#pragma warning disable CS0618
    private string? Text(object? value) => value is RawInput raw ? raw.Value : MessageDataConverter.Serialize(value!);
#pragma warning restore CS0618
}

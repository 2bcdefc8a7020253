using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

/// <summary>All that an orchestrator may touch: everything here replays to the same result.</summary>
public abstract class TaskOrchestrationContext
{
    /// <summary>The orchestrator's name.</summary>
    public abstract TaskName Name { get; }

    /// <summary>The instance's id.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The orchestration that called this one, or null.</summary>
    public abstract ParentOrchestrationInstance? Parent { get; }

    /// <summary>The instant of the present turn, UTC; the same on every replay.</summary>
    public abstract DateTime CurrentUtcDateTime { get; }

    /// <summary>True while recorded turns are run again.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>The instance's version; empty when it has none.</summary>
    public virtual string Version => string.Empty;

    /// <summary>Where replay-safe loggers come from.</summary>
    protected abstract ILoggerFactory LoggerFactory { get; }

    /// <summary>The input of this execution; the default when it was started without one.</summary>
    public abstract T? GetInput<T>();

    /// <summary>Runs an activity at least once and waits for its end.</summary>
    /// <exception cref="TaskFailedException">The activity failed.</exception>
    public virtual Task CallActivityAsync(TaskName name, object? input = null, TaskOptions? options = null) =>
        CallActivityAsync<object>(name, input, options);

    /// <summary>Runs an activity without input.</summary>
    /// <exception cref="TaskFailedException">The activity failed.</exception>
    public virtual Task CallActivityAsync(TaskName name, TaskOptions options) => CallActivityAsync(name, null, options);

    /// <summary>Runs an activity without input and gives its result.</summary>
    /// <exception cref="TaskFailedException">The activity failed.</exception>
    public virtual Task<TResult> CallActivityAsync<TResult>(TaskName name, TaskOptions options) =>
        CallActivityAsync<TResult>(name, null, options);

    /// <summary>Runs an activity at least once and gives its result.</summary>
    /// <exception cref="TaskFailedException">The activity failed.</exception>
    public abstract Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null);

    /// <summary>A durable timer that fires after <paramref name="delay"/>.</summary>
    public virtual Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken) =>
        CreateTimer(CurrentUtcDateTime.Add(delay), cancellationToken);

    /// <summary>A durable timer that fires at an instant. An instance is not complete while it holds an uncancelled timer.</summary>
    public abstract Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken);

    /// <summary>The next event of this name, ignoring case; one that came before the wait counts.</summary>
    public abstract Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default);

    /// <summary>The next event of this name, or cancellation after <paramref name="timeout"/>.</summary>
    /// <exception cref="TaskCanceledException">The time is over.</exception>
    public Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout) =>
        WaitForExternalEvent<T>(eventName, timeout, CancellationToken.None);

    /// <summary>The next event of this name, or cancellation after <paramref name="timeout"/> or by the token.</summary>
    /// <exception cref="TaskCanceledException">The time is over, or the token was cancelled.</exception>
    public async Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var timerEnd = new CancellationTokenSource();
        using var waitEnd = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timer = CreateTimer(timeout, timerEnd.Token);
        var wait = WaitForExternalEvent<T>(eventName, waitEnd.Token);

        // The loser is cancelled: an open timer would keep the instance Running, an open wait would take a later event.
        var loser = await Task.WhenAny(timer, wait) == wait ? timerEnd : waitEnd;
        loser.Cancel();
        return await wait;
    }

    /// <summary>Sends an event to another instance; one that is unknown or ended drops it.</summary>
    public abstract void SendEvent(string instanceId, string eventName, object payload);

    /// <summary>Sets what clients see as custom status; it is gone after <see cref="ContinueAsNew(object?, bool)"/>.</summary>
    public abstract void SetCustomStatus(object? customStatus);

    /// <summary>Runs a sub-orchestration and gives its result.</summary>
    /// <exception cref="TaskFailedException">The sub-orchestration failed or was terminated.</exception>
    public abstract Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null);

    /// <summary>Runs a sub-orchestration without input and gives its result.</summary>
    /// <exception cref="TaskFailedException">The sub-orchestration failed or was terminated.</exception>
    public virtual Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, TaskOptions options) =>
        CallSubOrchestratorAsync<TResult>(orchestratorName, null, options);

    /// <summary>Runs a sub-orchestration without input.</summary>
    /// <exception cref="TaskFailedException">The sub-orchestration failed or was terminated.</exception>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, TaskOptions options) =>
        CallSubOrchestratorAsync(orchestratorName, null, options);

    /// <summary>Runs a sub-orchestration.</summary>
    /// <exception cref="TaskFailedException">The sub-orchestration failed or was terminated.</exception>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        CallSubOrchestratorAsync<object>(orchestratorName, input, options);

    /// <summary>When the code returns, the instance starts over with an empty history.</summary>
    public abstract void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true);

    /// <summary>When the code returns, the instance starts over with an empty history.</summary>
    public virtual void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ContinueAsNew(options.NewInput, options.PreserveUnprocessedEvents);
    }

    /// <summary>An id that is the same on every replay, and different for every call and instance.</summary>
    public abstract Guid NewGuid();

    /// <summary>A logger that is silent while recorded turns are run again.</summary>
    public virtual ILogger CreateReplaySafeLogger(string categoryName) =>
        new ReplaySafeLogger(this, LoggerFactory.CreateLogger(categoryName));

    /// <summary>A logger named after a type, silent while recorded turns are run again.</summary>
    public virtual ILogger CreateReplaySafeLogger(Type type) => new ReplaySafeLogger(this, LoggerFactory.CreateLogger(type));

    /// <summary>A logger named after a type, silent while recorded turns are run again.</summary>
    public virtual ILogger CreateReplaySafeLogger<T>() => new ReplaySafeLogger(this, LoggerFactory.CreateLogger<T>());

    /// <summary>Below zero when this instance's version is older than <paramref name="version"/>, zero when it is the same.</summary>
    /// <remarks>Numbers with dots are compared as versions, other texts ignoring case; no version is the oldest.</remarks>
    public virtual int CompareVersionTo(string version) => VersionOrder.Compare(Version, version);
}

namespace Microsoft.DurableTask;

/// <summary>Decides after a failure whether to try again. Runs as orchestrator code: it must be deterministic.</summary>
public delegate bool RetryHandler(RetryContext retryContext);

/// <summary>Decides after a failure whether to try again; may wait on the context's timers.</summary>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);

/// <summary>What a retry handler knows.</summary>
/// <param name="OrchestrationContext">The orchestration that called the task.</param>
/// <param name="LastAttemptNumber">The attempt that failed; the first is 1.</param>
/// <param name="LastFailure">How it failed.</param>
/// <param name="TotalRetryTime">Time since the first attempt, by the orchestration's clock.</param>
/// <param name="CancellationToken">Never cancelled at present.</param>
public record RetryContext(
    TaskOrchestrationContext OrchestrationContext,
    int LastAttemptNumber,
    TaskFailureDetails LastFailure,
    TimeSpan TotalRetryTime,
    CancellationToken CancellationToken);

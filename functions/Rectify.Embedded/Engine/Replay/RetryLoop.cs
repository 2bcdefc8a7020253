using System.Runtime.ExceptionServices;
using Microsoft.DurableTask;

namespace Rectify.Embedded.Engine.Replay;

/// <summary>Repeats a failed call by policy or handler, waiting on durable timers.</summary>
internal static class RetryLoop
{
    // Longer waits than this are of no use, and adding them to a date would overflow.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    public static async Task<string?> RunAsync(
        TaskOrchestrationContext context, TaskRetryOptions? retry, Func<Task<string?>> attempt)
    {
        var start = context.CurrentUtcDateTime;
        for (var number = 1; ; number++)
        {
            TaskFailedException failure;
            try
            {
                return await attempt();
            }
            catch (TaskFailedException e) when (retry is not null)
            {
                failure = e;
            }

            if (!await AgainAsync(context, retry, failure, number, start))
            {
                ExceptionDispatchInfo.Throw(failure);
            }
        }
    }

    /// <summary>The wait before the next attempt, or null when there is none.</summary>
    public static TimeSpan? NextWait(RetryPolicy policy, int failedAttempts, TimeSpan elapsed)
    {
        var timeIsOver = policy.RetryTimeout != Timeout.InfiniteTimeSpan && elapsed >= policy.RetryTimeout;
        if (failedAttempts >= policy.MaxNumberOfAttempts || timeIsOver)
        {
            return null;
        }

        var limit = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? Longest : policy.MaxRetryInterval;
        var milliseconds = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, failedAttempts - 1);
        return milliseconds < limit.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : limit;
    }

    private static async Task<bool> AgainAsync(
        TaskOrchestrationContext context, TaskRetryOptions retry, TaskFailedException failure, int number, DateTime start)
    {
        var elapsed = context.CurrentUtcDateTime - start;
        if (retry.Handler is { } handler)
        {
            return await handler(new RetryContext(context, number, failure.FailureDetails, elapsed, CancellationToken.None));
        }

        var policy = retry.Policy!;
        if (!policy.Accepts(failure.FailureDetails) || NextWait(policy, number, elapsed) is not { } wait)
        {
            return false;
        }

        await context.CreateTimer(wait, CancellationToken.None);
        return true;
    }
}

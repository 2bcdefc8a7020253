using Microsoft.DurableTask;

namespace Rectify.Functions.Orchestrations;

/// <summary>How the orchestrations wait and retry.</summary>
internal static class Waiting
{
    /// <summary>
    /// The retries of activities. When an activity has failed for about an hour, the orchestration fails, and the reconcile timer starts it
    /// anew.
    /// </summary>
    public static TaskOptions Retries { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 10,
        firstRetryInterval: TimeSpan.FromSeconds(5),
        backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(15)));

    // The shortest wait. Clocks of two machines differ a little, and without it an activity that finds nothing due yet would be called
    // again at once.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Waits until the instant or until the case has changed, whichever is first; with null only for a change.</summary>
    public static async Task WaitAsync(this TaskOrchestrationContext context, DateTimeOffset? wakeAt)
    {
        var changed = context.WaitForExternalEvent<object?>(Workflows.Changed);
        if (wakeAt is not { } instant)
        {
            await changed;
            return;
        }

        using var stop = new CancellationTokenSource();
        var (now, fireAt) = (context.CurrentUtcDateTime, instant.UtcDateTime);
        var due = context.CreateTimer(fireAt > now ? fireAt : now + Shortest, stop.Token);
        if (await Task.WhenAny(changed, due) == changed) stop.Cancel();
    }
}

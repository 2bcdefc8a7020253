using Microsoft.DurableTask;

namespace Rectify.Functions.Orchestrations;

/// <summary>How the orchestrations wait.</summary>
internal static class Waiting
{
    /// <summary>An activity that fails for an hour lets its orchestration fail; the reconcile timer starts it anew.</summary>
    public static TaskOptions Retries { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 10,
        firstRetryInterval: TimeSpan.FromSeconds(5),
        backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(15)));

    // Clocks of two machines differ by a little: an activity that found nothing due yet is not asked again in a tight loop.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Waits until the instant (for ever when there is none) or until the case has changed, whichever is first.</summary>
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

using Microsoft.Extensions.Hosting;
using Rectify.Durable.Sqlite;
using Rectify.Server.Timers;

namespace Rectify.Server.Clock;

/// <summary>Moves the stepped clock of a host, so that everything due on the way runs in order and at its own instant.</summary>
/// <remarks>
/// The clock stops at each instant at which the durable engine has something due, and at the end. At a stop a timer function runs once,
/// however many of its occurrences have passed since the last stop, with <c>IsPastDue</c> if it is late.
/// </remarks>
public sealed class ClockDriver
{
    private readonly SteppedClock clock;
    private readonly ClockFile file;
    private readonly DurableEngine engine;
    private readonly TimerTriggers timers;
    private readonly SemaphoreSlim moving = new(1, 1);
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal ClockDriver(SteppedClock clock, ClockFile file, DurableEngine engine, TimerTriggers timers, IHostApplicationLifetime lifetime)
    {
        lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        this.clock = clock;
        this.file = file;
        this.engine = engine;
        this.timers = timers;
    }

    /// <summary>The instant at which the clock stands.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>When the durable engine next has something due; null if nothing waits for an instant.</summary>
    public DateTimeOffset? NextDue => engine.NextDue;

    /// <summary>Completes when the host has started and nothing is left to do at the present instant.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task WhenIdleAsync(CancellationToken cancellation)
    {
        // The server answers requests before the timer functions that run at the start have ended; the clock must not move before that.
        await started.Task.WaitAsync(cancellation).ConfigureAwait(false);

        // Timers first: a timer function may start an orchestration, but no orchestration starts a timer function.
        await timers.WhenIdleAsync(cancellation).ConfigureAwait(false);
        await engine.WhenIdleAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Moves the clock to an instant and completes when everything due until then, and at it, has run.</summary>
    /// <remarks>A second call waits for the first. When cancelled, the clock stays at the stop it has reached.</remarks>
    /// <param name="to">The instant; with the present one the call only waits until nothing is left to do.</param>
    /// <param name="cancellation">Ends the advance at the next stop.</param>
    /// <exception cref="ArgumentException"><paramref name="to"/> lies before the present instant.</exception>
    public async Task AdvanceToAsync(DateTimeOffset to, CancellationToken cancellation)
    {
        await moving.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (to < Now)
            {
                throw new ArgumentException($"The clock only moves ahead: it stands at {Now:O}; got {to:O}.", nameof(to));
            }

            await WhenIdleAsync(cancellation).ConfigureAwait(false);
            while (Now < to)
            {
                var stop = NextDue is { } due && due > Now && due < to ? due : to;

                // Written before the move, so that after a crash the clock is not earlier than what was carried out at this stop.
                file.Write(stop);
                clock.AdvanceTo(stop);
                await WhenIdleAsync(cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            moving.Release();
        }
    }
}

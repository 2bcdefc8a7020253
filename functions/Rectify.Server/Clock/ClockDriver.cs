using Microsoft.Extensions.Hosting;
using Rectify.Durable.Sqlite;
using Rectify.Server.Timers;

namespace Rectify.Server.Clock;

/// <summary>Moves the stepped clock of a host, so that everything due on the way runs in order and at its own instant.</summary>
/// <remarks>
/// The clock stops at each due row of the durable engine and at the end. A timer function runs once at a stop, however
/// many of its occurrences have passed since the last, with <c>IsPastDue</c> if it is late.
/// </remarks>
public sealed class ClockDriver
{
    private readonly SteppedClock _clock;
    private readonly ClockFile _file;
    private readonly DurableEngine _engine;
    private readonly TimerTriggers _timers;
    private readonly SemaphoreSlim _moving = new(1, 1);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal ClockDriver(SteppedClock clock, ClockFile file, DurableEngine engine, TimerTriggers timers, IHostApplicationLifetime lifetime)
    {
        lifetime.ApplicationStarted.Register(() => _started.TrySetResult());
        _clock = clock;
        _file = file;
        _engine = engine;
        _timers = timers;
    }

    /// <summary>The instant at which the clock stands.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>When the durable engine next has something to do; null if nothing waits for a time.</summary>
    public DateTimeOffset? NextDue => _engine.NextDue;

    /// <summary>Completes when the host has started and nothing is left to do at the present instant.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task WhenIdleAsync(CancellationToken cancellation)
    {
        // The server answers before the timer functions of a start have run; what they take up must not be overtaken.
        await _started.Task.WaitAsync(cancellation).ConfigureAwait(false);

        // In this order: a timer function may start an orchestration, but no orchestration starts a timer function.
        await _timers.WhenIdleAsync(cancellation).ConfigureAwait(false);
        await _engine.WhenIdleAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Moves the clock to an instant and completes when everything due until then, and at it, has run.</summary>
    /// <remarks>A second call waits for the first. Cancelled, the clock stands where it has got to.</remarks>
    /// <param name="to">The instant; the present one moves nothing and waits until all is done.</param>
    /// <param name="cancellation">Ends the advance at the next stop.</param>
    /// <exception cref="ArgumentException"><paramref name="to"/> lies before the present instant.</exception>
    public async Task AdvanceToAsync(DateTimeOffset to, CancellationToken cancellation)
    {
        await _moving.WaitAsync(cancellation).ConfigureAwait(false);
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

                // Written first: after a crash the clock must not stand behind what was carried out at this stop.
                _file.Write(stop);
                _clock.AdvanceTo(stop);
                await WhenIdleAsync(cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            _moving.Release();
        }
    }
}

namespace Rectify.Server.Clock;

/// <summary>A clock that stands still until it is told to move.</summary>
/// <remarks>
/// A move is a jump: every timer that fell due on the way fires once, in the order of due times (of creation when
/// these are equal), and sees the instant jumped to. A periodic timer therefore fires once per jump, however many of
/// its periods have passed. The local time zone is UTC.
/// </remarks>
/// <param name="start">The first instant.</param>
public sealed class SteppedClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly SortedSet<SteppedTimer> armed = new(SteppedTimer.ByDueTime);
    private DateTimeOffset now = start.ToUniversalTime();
    private long created;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);

        var timer = new SteppedTimer(this, Interlocked.Increment(ref created), callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Jumps to an instant and fires what has fallen due, on the calling thread.</summary>
    /// <param name="to">The instant; the present one fires only what is due now.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> lies before the present instant.</exception>
    public void AdvanceTo(DateTimeOffset to)
    {
        lock (gate)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(to, now);
            now = to.ToUniversalTime();
        }

        while (TakeDue() is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>Jumps ahead by a duration, as <see cref="AdvanceTo"/> does.</summary>
    /// <param name="by">The duration, zero or more.</param>
    public void Advance(TimeSpan by) => AdvanceTo(GetUtcNow() + by);

    internal void Arm(SteppedTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            armed.Remove(timer);
            timer.Period = period;
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = now + dueTime;
            armed.Add(timer);
        }

        // A timer with no due time fires without a move of the clock, but on another thread: the caller of this method may hold a lock that
        // the callback takes.
        if (dueTime == TimeSpan.Zero)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static item => item.clock.FireIfDue(item.timer), (clock: this, timer), preferLocal: false);
        }
    }

    internal void Disarm(SteppedTimer timer)
    {
        lock (gate)
        {
            armed.Remove(timer);
        }
    }

    private SteppedTimer? TakeDue()
    {
        lock (gate)
        {
            return armed.Min is { } first && Take(first) ? first : null;
        }
    }

    private void FireIfDue(SteppedTimer timer)
    {
        bool due;
        lock (gate)
        {
            due = armed.Contains(timer) && Take(timer);
        }

        if (due)
        {
            timer.Fire();
        }
    }

    private bool Take(SteppedTimer timer)
    {
        if (timer.Due > now)
        {
            return false;
        }

        armed.Remove(timer);
        if (timer.Period > TimeSpan.Zero)
        {
            var missed = (now - timer.Due).Ticks / timer.Period.Ticks;
            timer.Due += (missed + 1) * timer.Period;
            armed.Add(timer);
        }

        return true;
    }
}

namespace Rectify.Server.Clock;

/// <summary>A timer of a <see cref="SteppedClock"/>. The clock's lock protects its fields.</summary>
internal sealed class SteppedTimer(SteppedClock clock, long number, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private volatile bool _disposed;

    public static IComparer<SteppedTimer> ByDueTime { get; } = Comparer<SteppedTimer>.Create(
        (x, y) => x.Due != y.Due ? x.Due.CompareTo(y.Due) : x._number.CompareTo(y._number));

    private readonly long _number = number;

    public DateTimeOffset Due { get; set; }

    public TimeSpan Period { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        RefuseNegative(dueTime, nameof(dueTime));
        RefuseNegative(period, nameof(period));
        if (_disposed)
        {
            return false;
        }

        clock.Arm(this, dueTime, period);
        return true;
    }

    public void Fire()
    {
        if (_context is null)
        {
            callback(state);
        }
        else
        {
            ExecutionContext.Run(_context, static self => ((SteppedTimer)self!).Call(), this);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        clock.Disarm(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Call() => callback(state);

    private static void RefuseNegative(TimeSpan value, string name)
    {
        if (value < TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(name, value, "A timer's time is zero or more, or infinite.");
        }
    }
}

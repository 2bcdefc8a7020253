namespace Rectify.Server.Clock;

/// <summary>A timer of a <see cref="SteppedClock"/>. The clock's lock protects its fields.</summary>
internal sealed class SteppedTimer(SteppedClock clock, long number, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? context = ExecutionContext.Capture();
    private volatile bool disposed;

    public static IComparer<SteppedTimer> ByDueTime { get; } = Comparer<SteppedTimer>.Create(
        (x, y) => x.Due != y.Due ? x.Due.CompareTo(y.Due) : x.number.CompareTo(y.number));

    private readonly long number = number;

    public DateTimeOffset Due { get; set; }

    public TimeSpan Period { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        RefuseNegative(dueTime, nameof(dueTime));
        RefuseNegative(period, nameof(period));
        if (disposed)
        {
            return false;
        }

        clock.Arm(this, dueTime, period);
        return true;
    }

    public void Fire()
    {
        if (context is null)
        {
            callback(state);
        }
        else
        {
            ExecutionContext.Run(context, static self => ((SteppedTimer)self!).Call(), this);
        }
    }

    public void Dispose()
    {
        disposed = true;
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

namespace Rectify.Durable.Sqlite.Commits;

/// <summary>Calls for the due rows to be delivered when the clock reaches the due time of the earliest.</summary>
internal sealed class DueTimer : IDisposable
{
    // A system timer does not notice when the clock is set forward or the machine has slept, so that the clock is checked at least once a
    // minute.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly Action deliverDue;
    private readonly ITimer timer;
    private DateTimeOffset? next;
    private bool asked;

    public DueTimer(TimeProvider clock, Action deliverDue)
    {
        this.clock = clock;
        this.deliverDue = deliverDue;
        timer = clock.CreateTimer(_ => Check(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public DateTimeOffset? Next
    {
        get
        {
            lock (gate)
            {
                return next;
            }
        }
    }

    /// <summary>Sets the due time of the earliest row; null when there is none.</summary>
    public void Set(DateTimeOffset? due)
    {
        lock (gate)
        {
            next = due;
        }

        Check();
    }

    /// <summary>To be called when the due rows are read: rows that become due later need another call for delivery.</summary>
    public void Answered()
    {
        lock (gate)
        {
            asked = false;
        }
    }

    /// <summary>
    /// Calls for the due rows to be delivered if there are any. True when there are, also when the call was made before and is not answered
    /// yet.
    /// </summary>
    public bool Check()
    {
        lock (gate)
        {
            if (next is not { } due)
            {
                timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                return false;
            }

            var wait = due - clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                // Rounded up, because a timer cuts fractions of a millisecond off and would fire just before the instant.
                var whole = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
                timer.Change(whole < LongestWait ? whole : LongestWait, Timeout.InfiniteTimeSpan);
                return false;
            }

            if (asked)
            {
                return true;
            }

            asked = true;
        }

        deliverDue();
        return true;
    }

    public void Dispose() => timer.Dispose();
}

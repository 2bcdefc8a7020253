namespace Rectify.Durable.Sqlite.Commits;

/// <summary>Asks for the due rows when the clock reaches the earliest of them.</summary>
internal sealed class DueTimer : IDisposable
{
    // A system timer does not notice that the clock was set forward, or that the machine slept: it is looked at once a minute.
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

    /// <summary>The due time of the earliest row has changed.</summary>
    public void Set(DateTimeOffset? due)
    {
        lock (gate)
        {
            next = due;
        }

        Check();
    }

    /// <summary>The rows that were asked for are being read: a later call asks again.</summary>
    public void Answered()
    {
        lock (gate)
        {
            asked = false;
        }
    }

    /// <summary>Asks for the due rows if there are any; true when they have been asked for.</summary>
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
                // A timer counts whole milliseconds and would wake just before the instant.
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

namespace Rectify.Office.Delivery;

/// <summary>
/// How fast mails may go out: the mail system's quotas over the last minute and the last hour, and a pause that it asked for.
/// </summary>
/// <remarks>
/// It counts what this process has sent since it started. What other processes have sent, or this one before a restart, is counted by the
/// mail system alone, which then asks for a pause.
/// </remarks>
/// <param name="perMinute">Mails in any 60 seconds; null for no limit.</param>
/// <param name="perHour">Mails in any 60 minutes; null for no limit.</param>
/// <param name="time">The clock.</param>
public sealed class Pace(int? perMinute, int? perHour, TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly LinkedList<DateTimeOffset> sent = [];
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;

    /// <summary>A pace without limits of its own, which still keeps the pauses that the mail system asks for.</summary>
    public static Pace Unlimited(TimeProvider time) => new(null, null, time);

    /// <summary>Counts one mail that goes out now, or says how long to wait first.</summary>
    /// <returns>Null when the mail may go out.</returns>
    public TimeSpan? Take()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            while (sent.First is { Value: var oldest } && oldest <= now - Hour) sent.RemoveFirst();

            if (FreeAt(now) is var at && at > now) return at - now;
            sent.AddLast(now);
            return null;
        }
    }

    /// <summary>How long no mail may go out; null when one may go out now. Counts no mail.</summary>
    public TimeSpan? ClosedFor()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            return FreeAt(now) is var at && at > now ? at - now : null;
        }
    }

    /// <summary>Lets no mail go out for a time, because the mail system asked for that.</summary>
    public void PauseFor(TimeSpan pause)
    {
        lock (gate)
        {
            var until = time.GetUtcNow() + pause;
            if (until > notBefore) notBefore = until;
        }
    }

    private DateTimeOffset FreeAt(DateTimeOffset now)
    {
        DateTimeOffset[] free = [notBefore, FreeAt(perMinute, Minute, now), FreeAt(perHour, Hour, now)];
        return free.Max();
    }

    // The window has room again when the first of the mails that fill it leaves it.
    private DateTimeOffset FreeAt(int? limit, TimeSpan window, DateTimeOffset now)
    {
        if (limit is not { } most) return DateTimeOffset.MinValue;
        var inside = this.sent.Where(sent => sent > now - window).ToList();
        return inside.Count < most ? DateTimeOffset.MinValue : inside[^most] + window;
    }
}

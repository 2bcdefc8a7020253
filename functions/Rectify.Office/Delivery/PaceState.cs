namespace Rectify.Office.Delivery;

/// <summary>What every instance has handed over to the mail system lately, and until when it asked for a pause.</summary>
/// <param name="NotBefore">No mail goes out before this instant, UTC; null when the mail system has asked for no pause.</param>
/// <param name="Sent">
/// The mails of the last hour in groups, oldest first: those of one second while they are younger than a minute, then those of one minute.
/// A group counts as of its last mail, so that a limit is never passed.
/// </param>
public sealed record PaceState(DateTimeOffset? NotBefore, IReadOnlyList<PaceGroup> Sent)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Nothing went out yet.</summary>
    public static PaceState Empty { get; } = new(null, []);

    /// <summary>The state with one more mail, without what no limit asks about any more.</summary>
    public PaceState Add(DateTimeOffset now)
    {
        var groups = new List<PaceGroup>();
        foreach (var group in Sent.Where(group => group.At > now - Hour).Append(new PaceGroup(now, 1)))
        {
            var width = group.At > now - Minute ? TimeSpan.TicksPerSecond : TimeSpan.TicksPerMinute;
            if (groups is [.., var last] && last.At.UtcTicks / width == group.At.UtcTicks / width)
                groups[^1] = new PaceGroup(last.At > group.At ? last.At : group.At, last.Mails + group.Mails);
            else groups.Add(group);
        }

        return this with { Sent = groups };
    }

    /// <summary>The first instant at which another mail may go out.</summary>
    public DateTimeOffset FreeAt(int? perMinute, int? perHour, DateTimeOffset now)
    {
        DateTimeOffset[] free = [NotBefore ?? DateTimeOffset.MinValue, FreeAt(perMinute, Minute, now), FreeAt(perHour, Hour, now)];
        return free.Max();
    }

    // The window has room again when so many of its groups have left it that fewer mails than the limit remain.
    private DateTimeOffset FreeAt(int? limit, TimeSpan window, DateTimeOffset now)
    {
        if (limit is not { } most) return DateTimeOffset.MinValue;

        var inside = Sent.Where(group => group.At > now - window).OrderBy(group => group.At).ToList();
        var (mails, at) = (inside.Sum(group => group.Mails), DateTimeOffset.MinValue);
        foreach (var group in inside)
        {
            if (mails < most) break;
            mails -= group.Mails;
            at = group.At + window;
        }

        return at;
    }
}

/// <summary>Mails that went out together.</summary>
/// <param name="At">When the last of them did, UTC.</param>
/// <param name="Mails">How many.</param>
public sealed record PaceGroup(DateTimeOffset At, int Mails);

namespace Rectify.Domain.Calendar;

/// <summary>The one place where local days become instants: Asia/Shanghai, UTC+8 (D1).</summary>
/// <remarks>
/// China keeps UTC+8 all year since 1991-09-15, so a fixed offset is exact for every day this software handles and the host
/// needs no time zone data. Instants are returned in UTC.
/// </remarks>
public static class LocalDay
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>24:00 of the day: the instant at which a deadline on it has passed (D1, Civil Code art. 203).</summary>
    /// <remarks>
    /// 2026-09-30 ends at 2026-09-30T16:00:00Z. That instant already belongs to the next day: what happens before it is in time.
    /// </remarks>
    /// <param name="lastInclusiveDay">The last day that counts.</param>
    public static DateTimeOffset EndOf(DateOnly lastInclusiveDay) => new(lastInclusiveDay, new TimeOnly(16, 0), TimeSpan.Zero);

    /// <summary>00:00 of the day, the first instant of it.</summary>
    /// <remarks>2026-10-01 starts at 2026-09-30T16:00:00Z.</remarks>
    /// <param name="day">Local day, 0001-01-02 or later.</param>
    public static DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>A local clock time of the day.</summary>
    /// <param name="day">Local day.</param>
    /// <param name="localTime">Time in China, 00:00 up to but not including 24:00.</param>
    public static DateTimeOffset At(DateOnly day, TimeOnly localTime) => new DateTimeOffset(day, localTime, Offset).ToUniversalTime();

    /// <summary>The local day on which an instant falls.</summary>
    /// <param name="instant">Any instant, in any offset.</param>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);
}

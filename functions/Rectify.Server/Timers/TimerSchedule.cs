using System.Globalization;
using NCrontab;

namespace Rectify.Server.Timers;

/// <summary>When a timer function runs, in UTC.</summary>
internal abstract record TimerSchedule
{
    private TimerSchedule()
    {
    }

    /// <summary>
    /// Whether the schedule has more than one occurrence a minute; such a timer is not recorded, since it would be written too often.
    /// </summary>
    public bool IsFasterThanAMinute =>
        Next(DateTimeOffset.UnixEpoch) is { } first && Next(first) is { } second && second - first < TimeSpan.FromMinutes(1);

    /// <summary>Reads NCRONTAB of six fields (or five, without seconds) or a positive duration; null if it is neither.</summary>
    public static TimerSchedule? Parse(string text)
    {
        var withSeconds = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 5;
        var table = CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = withSeconds });
        if (table is not null)
        {
            return new Table(table);
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero
            ? new Interval(interval)
            : null;
    }

    /// <summary>The first occurrence after an instant; null if there is none, as for 30 February.</summary>
    public abstract DateTimeOffset? Next(DateTimeOffset after);

    private sealed record Table(CrontabSchedule Crontab) : TimerSchedule
    {
        public override DateTimeOffset? Next(DateTimeOffset after)
        {
            // Nine years, because the longest gap of a schedule is eight: 29 February across a century year.
            var end = after.UtcDateTime.AddYears(9);
            var next = Crontab.GetNextOccurrence(after.UtcDateTime, end);
            return next < end ? new DateTimeOffset(DateTime.SpecifyKind(next, DateTimeKind.Utc)) : null;
        }
    }

    private sealed record Interval(TimeSpan Length) : TimerSchedule
    {
        public override DateTimeOffset? Next(DateTimeOffset after) => after + Length;
    }
}

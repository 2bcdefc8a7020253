using Microsoft.Azure.Functions.Worker;
using Rectify.Server.Functions;

namespace Rectify.Server.Timers;

/// <summary>Where one timer stands in its schedule; remembered in the data folder if it is monitored.</summary>
internal sealed class TimerProgress(TimerFunction timer, TimerRecords records)
{
    private ScheduleStatus _status = new();

    private bool Monitored => timer.Options.HasFlag(TimerOptions.Monitored);

    /// <summary>The next occurrence in UTC; the greatest value if there is none.</summary>
    public DateTime Next => _status.Next;

    /// <summary>What the function is shown: nothing unless it is monitored.</summary>
    public ScheduleStatus? Shown => Monitored ? _status : null;

    public bool IsDue(DateTimeOffset now) => Next <= now.UtcDateTime;

    /// <summary>Goes on from the record, by the schedule of today if it has changed since; starts one if there is none.</summary>
    public void Resume(DateTimeOffset now)
    {
        if (Monitored && records.Find(timer.Function.Name) is { } found)
        {
            var written = new DateTimeOffset(DateTime.SpecifyKind(found.LastUpdated, DateTimeKind.Utc));
            _status = new ScheduleStatus { Last = found.Last, Next = After(written), LastUpdated = found.LastUpdated };
            return;
        }

        Keep(new ScheduleStatus { Next = After(now), LastUpdated = now.UtcDateTime });
    }

    /// <summary>A run that started at an instant has ended; the schedule goes on from there.</summary>
    public void Finish(DateTimeOffset started) =>
        Keep(new ScheduleStatus { Last = started.UtcDateTime, Next = After(started), LastUpdated = started.UtcDateTime });

    private void Keep(ScheduleStatus status)
    {
        if (Monitored)
        {
            records.Write(timer.Function.Name, status);
        }

        _status = status;
    }

    private DateTime After(DateTimeOffset instant) => timer.Schedule.Next(instant)?.UtcDateTime ?? DateTime.MaxValue;
}

using Microsoft.Azure.Functions.Worker;
using Rectify.Server.Functions;

namespace Rectify.Server.Timers;

/// <summary>The last and next run of one timer function; kept in the data folder if the timer is monitored.</summary>
internal sealed class TimerProgress(TimerFunction timer, TimerRecords records)
{
    private ScheduleStatus status = new();

    private bool Monitored => timer.Options.HasFlag(TimerOptions.Monitored);

    /// <summary>The next occurrence in UTC; <see cref="DateTime.MaxValue"/> if there is none.</summary>
    public DateTime Next => status.Next;

    /// <summary>The status that the function is given; null unless the timer is monitored.</summary>
    public ScheduleStatus? Shown => Monitored ? status : null;

    public bool IsDue(DateTimeOffset now) => Next <= now.UtcDateTime;

    /// <summary>Continues from the record, by the present schedule if it has changed since; without a record, starts one.</summary>
    public void Resume(DateTimeOffset now)
    {
        if (Monitored && records.Find(timer.Function.Name) is { } found)
        {
            var written = new DateTimeOffset(DateTime.SpecifyKind(found.LastUpdated, DateTimeKind.Utc));
            status = new ScheduleStatus { Last = found.Last, Next = After(written), LastUpdated = found.LastUpdated };
            return;
        }

        Keep(new ScheduleStatus { Next = After(now), LastUpdated = now.UtcDateTime });
    }

    /// <summary>Records that a run has ended. The next occurrence is counted from the instant at which it started.</summary>
    public void Finish(DateTimeOffset started) =>
        Keep(new ScheduleStatus { Last = started.UtcDateTime, Next = After(started), LastUpdated = started.UtcDateTime });

    private void Keep(ScheduleStatus status)
    {
        if (Monitored)
        {
            records.Write(timer.Function.Name, status);
        }

        this.status = status;
    }

    private DateTime After(DateTimeOffset instant) => timer.Schedule.Next(instant)?.UtcDateTime ?? DateTime.MaxValue;
}

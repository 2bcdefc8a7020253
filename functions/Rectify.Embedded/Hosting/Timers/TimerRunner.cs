using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rectify.Embedded.Hosting.Functions;
using Rectify.Embedded.Hosting.Invocation;

namespace Rectify.Embedded.Hosting.Timers;

/// <summary>Keeps one timer function to its schedule: one run at a time, and one run for all that was missed.</summary>
internal sealed partial class TimerRunner(
    TimerFunction timer,
    TimerRecords records,
    BusyCount busy,
    InvocationPipeline pipeline,
    IServiceScopeFactory scopes,
    Shutdown shutdown,
    TimeProvider clock,
    ILogger log) : IDisposable
{
    /// <summary>The system's timers reach 49 days; a longer wait is made of these.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    /// <summary>A run this much behind its time makes up for something; less is the time it takes to start.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private ITimer? _alarm;
    private ScheduleStatus _status = new();
    private bool _stopped;

    private string Name => timer.Function.Name;

    private bool Monitored => timer.Options.HasFlag(TimerOptions.Monitored);

    public void Start()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            _status = Recorded(now);
            _alarm = clock.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

            if (_status.Next <= now.UtcDateTime)
            {
                LogMissed(Name, _status.Next);
                Begin(TimerOccasion.Scheduled);
            }
            else if (timer.Options.HasFlag(TimerOptions.RunOnStartup))
            {
                Begin(TimerOccasion.Startup);
            }
            else
            {
                Arm(now);
            }
        }
    }

    /// <summary>Begins no further run; one under way goes on.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _stopped = true;
        }
    }

    public void Dispose() => _alarm?.Dispose();

    /// <summary>The record to go on from, brought up to date if the schedule has changed since it was written.</summary>
    private ScheduleStatus Recorded(DateTimeOffset now)
    {
        if (Monitored && records.Find(Name) is { } found)
        {
            var next = Next(new DateTimeOffset(DateTime.SpecifyKind(found.LastUpdated, DateTimeKind.Utc)));
            return new ScheduleStatus { Last = found.Last, Next = next, LastUpdated = found.LastUpdated };
        }

        var first = new ScheduleStatus { Next = Next(now), LastUpdated = now.UtcDateTime };
        Record(first);
        return first;
    }

    private void Ring()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_status.Next <= now.UtcDateTime)
            {
                Begin(TimerOccasion.Scheduled);
            }
            else
            {
                Arm(now);
            }
        }
    }

    private void Arm(DateTimeOffset now)
    {
        if (_stopped || _status.Next == DateTime.MaxValue)
        {
            return;
        }

        var wait = _status.Next - now.UtcDateTime;
        _alarm!.Change(wait > LongestWait ? LongestWait : wait < ShortestWait ? ShortestWait : wait, Timeout.InfiniteTimeSpan);
    }

    private void Begin(TimerOccasion occasion)
    {
        if (!_stopped)
        {
            busy.Enter();
            _ = Task.Run(() => RunAsync(occasion));
        }
    }

    private async Task RunAsync(TimerOccasion occasion)
    {
        try
        {
            var now = clock.GetUtcNow();
            var info = new TimerInfo
            {
                ScheduleStatus = Monitored ? _status : null,
                IsPastDue = occasion == TimerOccasion.Scheduled && now.UtcDateTime - _status.Next >= Late,
            };

            // Broken off by the shutdown: not recorded, so that the next start makes up for it.
            if (await CompletesAsync(info))
            {
                Finish(now);
            }
        }
        catch (Exception e)
        {
            LogBroken(e, Name);
        }
        finally
        {
            busy.Leave();
        }
    }

    private async Task<bool> CompletesAsync(TimerInfo info)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await pipeline.RunAsync(timer.Function, info, scope.ServiceProvider, shutdown.Token);
        }
        catch (OperationCanceledException) when (shutdown.Token.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception e)
        {
            LogFailed(e, Name);
        }

        return true;
    }

    private void Finish(DateTimeOffset started)
    {
        lock (_lock)
        {
            var status = new ScheduleStatus { Last = started.UtcDateTime, Next = Next(started), LastUpdated = started.UtcDateTime };
            Record(status);
            _status = status;

            var now = clock.GetUtcNow();
            if (status.Next <= now.UtcDateTime)
            {
                Begin(TimerOccasion.Scheduled);
            }
            else
            {
                Arm(now);
            }
        }
    }

    private void Record(ScheduleStatus status)
    {
        if (Monitored)
        {
            records.Write(Name, status);
        }
    }

    private DateTime Next(DateTimeOffset after) => timer.Schedule.Next(after)?.UtcDateTime ?? DateTime.MaxValue;

    [LoggerMessage(LogLevel.Warning, "The timer function {Function} missed its run of {Due:u}; it runs now.")]
    private partial void LogMissed(string function, DateTime due);

    [LoggerMessage(LogLevel.Error, "The timer function {Function} failed; its schedule goes on.")]
    private partial void LogFailed(Exception exception, string function);

    [LoggerMessage(LogLevel.Critical, "The timer function {Function} lost its schedule; it runs again after a restart.")]
    private partial void LogBroken(Exception exception, string function);
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rectify.Server.Functions;
using Rectify.Server.Invocation;

namespace Rectify.Server.Timers;

/// <summary>Runs one timer function by its schedule: one run at a time, and a single run for all that were missed.</summary>
internal sealed partial class TimerRunner(
    TimerFunction timer,
    TimerProgress progress,
    BusyCount busy,
    InvocationPipeline pipeline,
    IServiceScopeFactory scopes,
    Shutdown shutdown,
    TimeProvider clock,
    ILogger log) : IDisposable
{
    /// <summary>The system's timers wait for at most 49 days; a longer wait is split into waits of this length.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    /// <summary>A run counts as past due when it is this late; less is the time it takes to start.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private ITimer? alarm;
    private bool stopped;

    private string Name => timer.Function.Name;

    public void Start()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            progress.Resume(now);
            alarm = clock.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

            if (progress.IsDue(now))
            {
                LogMissed(Name, progress.Next);
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

    /// <summary>Starts no further run; a run in progress continues.</summary>
    public void Stop()
    {
        lock (gate)
        {
            stopped = true;
        }
    }

    public void Dispose() => alarm?.Dispose();

    private void Ring()
    {
        lock (gate)
        {
            GoOn(clock.GetUtcNow());
        }
    }

    private void GoOn(DateTimeOffset now)
    {
        if (progress.IsDue(now))
        {
            Begin(TimerOccasion.Scheduled);
        }
        else
        {
            Arm(now);
        }
    }

    private void Arm(DateTimeOffset now)
    {
        if (stopped || progress.Next == DateTime.MaxValue)
        {
            return;
        }

        var wait = progress.Next - now.UtcDateTime;
        alarm!.Change(wait > LongestWait ? LongestWait : wait < ShortestWait ? ShortestWait : wait, Timeout.InfiniteTimeSpan);
    }

    private void Begin(TimerOccasion occasion)
    {
        if (!stopped)
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
                ScheduleStatus = progress.Shown,
                IsPastDue = occasion == TimerOccasion.Scheduled && now.UtcDateTime - progress.Next >= Late,
            };

            // A run that the shutdown has cancelled is not recorded, so that it is repeated at the next start.
            if (await CompletesAsync(info))
            {
                lock (gate)
                {
                    progress.Finish(now);
                    GoOn(clock.GetUtcNow());
                }
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

    [LoggerMessage(LogLevel.Warning, "The timer function {Function} missed its run of {Due:u}; it runs now.")]
    private partial void LogMissed(string function, DateTime due);

    [LoggerMessage(LogLevel.Error, "The timer function {Function} failed; its schedule goes on.")]
    private partial void LogFailed(Exception exception, string function);

    [LoggerMessage(LogLevel.Critical, "The timer function {Function} lost its schedule; it runs again after a restart.")]
    private partial void LogBroken(Exception exception, string function);
}

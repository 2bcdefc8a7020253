using System.Text.Json;
using NCrontab;
using Rectify.Worker.Tests.Functions;
using Rectify.Worker.Tests.Hosting;
using Rectify.Worker.Tests.Protocol;

namespace Rectify.Worker.Tests.Timers;

/// <summary>Runs the timer functions at their schedules: once for all occurrences that a jump of the clock has passed.</summary>
internal sealed class TimerTriggers(Workers workers, TimeProvider time)
{
    private static readonly CrontabSchedule.ParseOptions WithSeconds = new() { IncludingSeconds = true };

    private readonly Dictionary<string, DateTime> next = [];
    private readonly List<TimerRun> runs = [];

    /// <summary>The runs so far, oldest first.</summary>
    public IReadOnlyList<TimerRun> Runs => runs;

    /// <summary>Begins the schedules, and runs what runs at every start.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        foreach (var timer in (await workers.CurrentAsync(cancellation)).Functions.Of("timerTrigger"))
        {
            next[timer.Name] = After(timer);
            if (timer.RunsOnStartup) await RunAsync(timer, cancellation);
        }
    }

    /// <summary>Runs what is due at the present instant, or has been since the last call.</summary>
    public async Task RunDueAsync(CancellationToken cancellation)
    {
        foreach (var timer in (await workers.CurrentAsync(cancellation)).Functions.Of("timerTrigger"))
        {
            if (next[timer.Name] > time.GetUtcNow().UtcDateTime) continue;
            await RunAsync(timer, cancellation);
            next[timer.Name] = After(timer);
        }
    }

    private async Task RunAsync(IndexedFunction timer, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var due = next[timer.Name];
        var info = JsonSerializer.Serialize(new
        {
            Schedule = new { AdjustForDST = true },
            ScheduleStatus = new { Last = now, Next = due, LastUpdated = now },
            IsPastDue = due < now,
        });
        var response = await workers.InvokeAsync(timer.Name, "timerTrigger", new TypedData { Json = info }, cancellation);
        response.Result.EnsureSuccess(timer.Name);
        runs.Add(new TimerRun(timer.Name, time.GetUtcNow()));
    }

    private DateTime After(IndexedFunction timer) =>
        CrontabSchedule.Parse(timer.Text("schedule")!, WithSeconds).GetNextOccurrence(time.GetUtcNow().UtcDateTime);
}

using Microsoft.Azure.Functions.Worker;

namespace Rectify.Server.SampleApp;

public abstract class RecordingTimer(List<TimerRun> runs, TimeProvider clock)
{
    protected void Record(TimerInfo timer) => runs.Add(new TimerRun(clock.GetUtcNow(), timer.IsPastDue, timer.ScheduleStatus));
}

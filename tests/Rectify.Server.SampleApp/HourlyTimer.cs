using Microsoft.Azure.Functions.Worker;

namespace Rectify.Server.SampleApp;

public sealed class HourlyTimer(List<TimerRun> runs, TimeProvider clock) : RecordingTimer(runs, clock)
{
    [Function("Hourly")]
    public void Go([TimerTrigger("0 0 * * * *")] TimerInfo timer) => Record(timer);
}

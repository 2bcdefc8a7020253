using Microsoft.Azure.Functions.Worker;

namespace Rectify.Server.SampleApp;

public sealed class UnmonitoredTimer(List<TimerRun> runs, TimeProvider clock) : RecordingTimer(runs, clock)
{
    [Function("Unmonitored")]
    public void Go([TimerTrigger("0 0 * * * *", UseMonitor = false)] TimerInfo timer) => Record(timer);
}

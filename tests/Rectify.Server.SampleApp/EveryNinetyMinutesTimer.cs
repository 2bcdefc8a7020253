using Microsoft.Azure.Functions.Worker;

namespace Rectify.Server.SampleApp;

public sealed class EveryNinetyMinutesTimer(List<TimerRun> runs, TimeProvider clock) : RecordingTimer(runs, clock)
{
    [Function("EveryNinetyMinutes")]
    public void Go([TimerTrigger("01:30:00")] TimerInfo timer) => Record(timer);
}

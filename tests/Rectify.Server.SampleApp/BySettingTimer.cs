using Microsoft.Azure.Functions.Worker;

namespace Rectify.Server.SampleApp;

public sealed class BySettingTimer(List<TimerRun> runs, TimeProvider clock) : RecordingTimer(runs, clock)
{
    [Function("BySetting")]
    public void Go([TimerTrigger("%Schedules__Daily%")] TimerInfo timer) => Record(timer);
}

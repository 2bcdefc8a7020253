using Microsoft.Azure.Functions.Worker;

namespace Rectify.Server.SampleApp;

public sealed class AtStartTimer(List<TimerRun> runs, TimeProvider clock) : RecordingTimer(runs, clock)
{
    [Function("AtStart")]
    public void Go([TimerTrigger("0 0 * * * *", RunOnStartup = true)] TimerInfo timer) => Record(timer);
}

using Microsoft.Azure.Functions.Worker;

namespace Rectify.Server.SampleApp;

public sealed class FailingTimer(List<TimerRun> runs, TimeProvider clock) : RecordingTimer(runs, clock)
{
    [Function("Failing")]
    public async Task Go([TimerTrigger("0 0 * * * *")] TimerInfo timer)
    {
        Record(timer);
        await Task.Yield();
        throw new InvalidDataException();
    }
}

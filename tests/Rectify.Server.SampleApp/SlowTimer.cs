using Microsoft.Azure.Functions.Worker;

namespace Rectify.Server.SampleApp;

public sealed class SlowTimer(List<TimerRun> runs, TimeProvider clock, TimerGate gate) : RecordingTimer(runs, clock)
{
    [Function("Slow")]
    public async Task Go([TimerTrigger("0 0 * * * *")] TimerInfo timer)
    {
        gate.Enter();
        Record(timer);
        gate.Began.TrySetResult();
        await gate.Open.Task;
        gate.Leave();
    }
}

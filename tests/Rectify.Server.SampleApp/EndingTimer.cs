using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Rectify.Server.SampleApp;

public sealed class EndingTimer(List<TimerRun> runs, TimeProvider clock, TimerGate gate) : RecordingTimer(runs, clock)
{
    [Function("Ending")]
    public async Task Go(
        [TimerTrigger("0 0 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        using var registration = cancellation.Register(gate.Open.SetResult);
        gate.Began.SetResult();
        await gate.Open.Task;
        await client.GetInstanceAsync("none", CancellationToken.None);
        Record(timer);
    }
}

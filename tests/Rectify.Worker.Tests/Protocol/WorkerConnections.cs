using System.Collections.Concurrent;

namespace Rectify.Worker.Tests.Protocol;

/// <summary>Brings the stream that a worker opens together with the code that started that worker.</summary>
internal sealed class WorkerConnections
{
    private readonly ConcurrentDictionary<string, (WorkerStream Stream, TaskCompletionSource Connected)> expected = new();

    /// <summary>Announces a worker; the task completes when it has connected.</summary>
    public (WorkerStream Stream, Task Connected) Expect(string workerId, Action<string> log)
    {
        var entry = (new WorkerStream(workerId, log), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        expected[workerId] = entry;
        return (entry.Item1, entry.Item2.Task);
    }

    public WorkerStream Admit(string workerId)
    {
        if (!expected.TryRemove(workerId, out var entry)) throw new InvalidOperationException($"Nobody waits for a worker {workerId}.");
        entry.Connected.SetResult();
        return entry.Stream;
    }
}

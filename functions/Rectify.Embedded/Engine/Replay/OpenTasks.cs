using Microsoft.DurableTask;

namespace Rectify.Embedded.Engine.Replay;

/// <summary>What an execution waits for, and what the present turn has asked for.</summary>
internal sealed class OpenTasks
{
    private readonly Dictionary<int, (string Name, TaskCompletionSource<string?> Source)> calls = [];
    private readonly Dictionary<int, TaskCompletionSource<string?>> timers = [];
    private List<Decision> decisions = [];
    private int nextId;

    public int Count => calls.Count + timers.Count;

    public bool HasTimers => timers.Count > 0;

    public Task<string?> Call(string name, Func<int, Decision> decide)
    {
        var id = Decide(decide);
        var source = new TaskCompletionSource<string?>();
        calls.Add(id, (name, source));
        return source.Task;
    }

    public (int Id, Task Task) StartTimer(DateTimeOffset fireAt)
    {
        var id = Decide(id => new Decision.StartTimer(id, fireAt));
        var source = new TaskCompletionSource<string?>();
        timers.Add(id, source);
        return (id, source.Task);
    }

    public int Decide(Func<int, Decision> decide)
    {
        var id = nextId++;
        decisions.Add(decide(id));
        return id;
    }

    public void CancelTimer(int id, CancellationToken token)
    {
        if (timers.Remove(id, out var source))
        {
            decisions.Add(new Decision.CancelTimer(id));
            source.TrySetCanceled(token);
        }
    }

    /// <summary>At the end of an execution its timers go with it.</summary>
    public void DropTimers()
    {
        decisions.AddRange(timers.Keys.Order().Select(id => new Decision.CancelTimer(id)));
        timers.Clear();
    }

    // A result for a task that is not open is one that came twice: an activity runs at least once.
    public void Complete(int id, string? result)
    {
        if (calls.Remove(id, out var call))
        {
            call.Source.SetResult(result);
        }
    }

    public void Fail(int id, Failure failure)
    {
        if (calls.Remove(id, out var call))
        {
            call.Source.SetException(new TaskFailedException(call.Name, id, failure.ToDetails()));
        }
    }

    public void Fire(int id)
    {
        if (timers.Remove(id, out var source))
        {
            source.SetResult(null);
        }
    }

    public IReadOnlyList<Decision> TakeDecisions()
    {
        var taken = decisions;
        decisions = [];
        return taken;
    }
}

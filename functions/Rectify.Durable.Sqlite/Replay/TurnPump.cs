using DurableTask.Core;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>Runs orchestrator code on one thread, within turns, and notices when it leaves them.</summary>
/// <remarks>
/// Code that awaits only the context continues inside the call that completes the awaited task. A continuation that
/// arrives from another thread therefore proves that the code awaited something foreign.
/// </remarks>
internal sealed class TurnPump(Action onViolation) : SynchronizationContext
{
    public const string ViolationText =
        "An invalid asynchronous invocation was detected: an orchestrator may await only tasks of its own context, "
        + "not Task.Delay, IO or ConfigureAwait(false). Move such work into an activity.";

    private readonly Queue<(SendOrPostCallback Callback, object? State)> queue = new();
    private volatile int thread;
    private volatile bool violated;

    public bool Violated => violated;

    public bool InTurn => thread == Environment.CurrentManagedThreadId;

    public void Run<T>(IEnumerable<T> items, Action<T> apply)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        thread = Environment.CurrentManagedThreadId;
        OrchestrationContext.IsOrchestratorThread = true;

        // Code takes nothing of this turn's surroundings into the next: it sees the span and the scopes of the turn that wakes it.
        // What it sets there itself ends with the turn as well, or a replay, which runs all turns in a row, would see more of it.
        var surroundings = ExecutionContext.Capture();
        if (surroundings is not null)
        {
            ExecutionContext.SuppressFlow();
        }

        try
        {
            foreach (var item in items)
            {
                apply(item);
                while (queue.TryDequeue(out var next))
                {
                    next.Callback(next.State);
                }
            }
        }
        finally
        {
            thread = 0;
            OrchestrationContext.IsOrchestratorThread = false;
            SetSynchronizationContext(outer);
            if (surroundings is not null)
            {
                ExecutionContext.Restore(surroundings);
            }
        }
    }

    public void Require()
    {
        if (!InTurn)
        {
            Violate();
            throw new InvalidOperationException(ViolationText);
        }
    }

    public void Violate()
    {
        violated = true;
        if (!InTurn)
        {
            onViolation();
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (InTurn)
        {
            queue.Enqueue((d, state));
        }
        else
        {
            Violate();
        }
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        Require();
        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;
}

using DurableTask.Core;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>Runs orchestrator code on one thread, within turns, and notices when the code continues outside a turn.</summary>
/// <remarks>
/// Code that awaits only tasks of its context continues inside the call that completes the awaited task. A continuation that arrives from
/// another thread therefore shows that the code has awaited something else.
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

        // The execution context (tracing span, logging scopes, AsyncLocal values) does not flow from one turn to the next, so that the code
        // sees that of the turn it runs in. Values that the code sets are also dropped with the turn, because in a replay, which runs all
        // turns in a row, it would otherwise see more of them.
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

namespace Rectify.Server.Timers;

/// <summary>Counts work in progress, and lets callers wait until there is none.</summary>
internal sealed class BusyCount
{
    private readonly Lock gate = new();
    private int count;
    private TaskCompletionSource? idle;

    public void Enter()
    {
        lock (gate)
        {
            count++;
        }
    }

    public void Leave()
    {
        TaskCompletionSource? idle = null;
        lock (gate)
        {
            if (--count == 0)
            {
                (idle, this.idle) = (this.idle, null);
            }
        }

        idle?.SetResult();
    }

    public Task WhenIdleAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (count == 0)
            {
                return Task.CompletedTask;
            }

            idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return idle.Task.WaitAsync(cancellation);
        }
    }
}

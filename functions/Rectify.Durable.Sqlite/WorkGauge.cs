namespace Rectify.Durable.Sqlite;

/// <summary>Counts the work in progress: turns, activities, and operations not yet committed.</summary>
/// <remarks>
/// Work that leads to further work enters it before it exits itself, so that the count is zero only when everything is done.
/// </remarks>
internal sealed class WorkGauge
{
    private readonly Lock gate = new();
    private long count;
    private TaskCompletionSource? zero;

    public bool IsZero => Count == 0;

    public long Count
    {
        get
        {
            lock (gate)
            {
                return count;
            }
        }
    }

    public void Enter()
    {
        lock (gate)
        {
            count++;
        }
    }

    public void Exit()
    {
        TaskCompletionSource? reached = null;
        lock (gate)
        {
            if (--count == 0)
            {
                (reached, zero) = (zero, null);
            }
        }

        reached?.SetResult();
    }

    public Task WhenZero()
    {
        lock (gate)
        {
            return count == 0
                ? Task.CompletedTask
                : (zero ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }
}

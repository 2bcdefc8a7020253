namespace Rectify.Durable.Sqlite;

/// <summary>Counts what is under way: turns, activities, operations not yet committed.</summary>
/// <remarks>Whoever hands work on enters the next piece before leaving its own, so the count is zero only when all is done.</remarks>
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

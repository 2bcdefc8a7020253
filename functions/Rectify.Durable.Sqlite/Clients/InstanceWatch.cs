namespace Rectify.Durable.Sqlite.Clients;

/// <summary>Wakes callers that wait for an instance to start, change or end.</summary>
internal sealed class InstanceWatch
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<TaskCompletionSource>> watchers = new(StringComparer.Ordinal);

    /// <summary>Completes at the next change. To miss no change, a caller calls this first and reads the instance afterwards.</summary>
    public TaskCompletionSource Watch(string id)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (!watchers.TryGetValue(id, out var list))
            {
                watchers.Add(id, list = []);
            }

            list.Add(source);
        }

        return source;
    }

    public void Leave(string id, TaskCompletionSource source)
    {
        lock (gate)
        {
            if (watchers.TryGetValue(id, out var list) && list.Remove(source) && list.Count == 0)
            {
                watchers.Remove(id);
            }
        }
    }

    public void Changed(string id)
    {
        List<TaskCompletionSource>? list;
        lock (gate)
        {
            watchers.Remove(id, out list);
        }

        list?.ForEach(source => source.TrySetResult());
    }
}

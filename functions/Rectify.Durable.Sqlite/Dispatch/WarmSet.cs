namespace Rectify.Durable.Sqlite.Dispatch;

/// <summary>The idle instances that stay in memory, the longest idle first to go.</summary>
internal sealed class WarmSet(int limit)
{
    private readonly Lock gate = new();
    private readonly LinkedList<InstanceEntry> order = new();

    /// <summary>Puts an entry last; gives the one that has to go, if any.</summary>
    public InstanceEntry? Touch(InstanceEntry entry)
    {
        lock (gate)
        {
            if (entry.Place is { } place)
            {
                order.Remove(place);
            }

            entry.Place = order.AddLast(entry);
            if (order.Count <= limit)
            {
                return null;
            }

            var oldest = order.First!.Value;
            Unlink(oldest);
            return oldest;
        }
    }

    public void Remove(InstanceEntry entry)
    {
        lock (gate)
        {
            Unlink(entry);
        }
    }

    private void Unlink(InstanceEntry entry)
    {
        if (entry.Place is { } place)
        {
            order.Remove(place);
            entry.Place = null;
        }
    }
}

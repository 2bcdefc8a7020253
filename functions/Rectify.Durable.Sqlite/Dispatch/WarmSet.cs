namespace Rectify.Durable.Sqlite.Dispatch;

/// <summary>The idle instances that are kept in memory, up to a limit; the one that has been idle longest is dropped first.</summary>
internal sealed class WarmSet(int limit)
{
    private readonly Lock gate = new();
    private readonly LinkedList<InstanceEntry> order = new();

    /// <summary>Marks an entry as the latest used. Returns the entry to drop; null when there is none.</summary>
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

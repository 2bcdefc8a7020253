namespace Rectify.Embedded.Engine.Replay;

/// <summary>Pairs events with those who wait for them; names are compared ignoring case.</summary>
/// <remarks>
/// An event that nobody waits for is kept, oldest first. Of several waiters the newest is served, as the published
/// worker does, so that a loop which abandons its waits still hears; a cancelled waiter is gone and eats nothing.
/// </remarks>
internal sealed class EventMailbox
{
    private readonly Dictionary<string, List<Waiter>> waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Queue<(int Order, HistoryEvent.EventRaised Event)>> unread =
        new(StringComparer.OrdinalIgnoreCase);

    private int order;

    public int Waiting => waiters.Values.Sum(list => list.Count);

    public void Deliver(HistoryEvent.EventRaised raised)
    {
        if (waiters.TryGetValue(raised.Name, out var list) && list.Count > 0)
        {
            var waiter = list[^1];
            list.RemoveAt(list.Count - 1);
            waiter.Accept(raised.Payload);
            return;
        }

        if (!unread.TryGetValue(raised.Name, out var queue))
        {
            unread.Add(raised.Name, queue = new());
        }

        queue.Enqueue((order++, raised));
    }

    /// <exception cref="ArgumentException">Another wait for this name expects another type.</exception>
    public Waiter Wait(string name, Type type, Action<string?> accept)
    {
        var waiter = new Waiter(type, accept);
        if (unread.TryGetValue(name, out var queue) && queue.TryDequeue(out var first))
        {
            waiter.Accept(first.Event.Payload);
            return waiter;
        }

        if (!waiters.TryGetValue(name, out var list))
        {
            waiters.Add(name, list = []);
        }

        if (list.Count > 0 && list[^1].Type != type)
        {
            throw new ArgumentException(
                $"Waits for the event '{name}' have one type: {list[^1].Type.FullName} stands, {type.FullName} was asked for.");
        }

        list.Add(waiter);
        return waiter;
    }

    public void Abandon(string name, Waiter waiter) => waiters[name].Remove(waiter);

    public IReadOnlyList<HistoryEvent.EventRaised> Unread() =>
        [.. unread.Values.SelectMany(queue => queue).OrderBy(item => item.Order).Select(item => item.Event)];

    internal sealed record Waiter(Type Type, Action<string?> Accept);
}

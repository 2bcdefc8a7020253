using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Dispatch;

/// <summary>An instance that has something to do, or is kept warm. Guarded by its gate.</summary>
internal sealed class InstanceEntry(string id)
{
    private OrderedDictionary<long, InboxMessage> pending = [];
    private OrderedDictionary<long, InboxMessage> taken = [];

    public Lock Gate { get; } = new();

    public string Id => id;

    public WarmInstance? Warm { get; set; }

    /// <summary>A turn is queued, runs, or waits for its commit.</summary>
    public bool Busy { get; set; }

    public bool Suspended { get; set; }

    /// <summary>It was resumed while its turn was under way, which may have read that it is suspended.</summary>
    public bool Resumed { get; set; }

    /// <summary>Its code awaited something foreign: it gets a turn without a message, in which it fails.</summary>
    public bool Poked { get; set; }

    /// <summary>How often in a row its turn could not be committed and it was read again.</summary>
    public int Reloads { get; set; }

    /// <summary>No longer in the dispatcher's table: whoever still holds it looks again.</summary>
    public bool Removed { get; set; }

    public LinkedListNode<InstanceEntry>? Place { get; set; }

    public bool IsRunnable => !Busy && !Suspended && (pending.Count > 0 || Poked);

    /// <summary>Something has come since its turn was taken.</summary>
    public bool HasNews => pending.Count > 0 || Poked || Resumed;

    public bool IsForgettable => !Busy && !Suspended && pending.Count == 0 && Reloads == 0;

    // A row may be found twice after the clock went back, or after a redelivery.
    public void Add(InboxMessage message)
    {
        if (!taken.ContainsKey(message.Sequence))
        {
            pending.TryAdd(message.Sequence, message);
        }
    }

    public IReadOnlyList<InboxMessage> Take()
    {
        Poked = false;
        Resumed = false;
        (taken, pending) = (pending, []);
        return [.. taken.Values];
    }

    /// <summary>The turn was not taken after all.</summary>
    public void PutBack()
    {
        foreach (var (sequence, message) in pending)
        {
            taken.TryAdd(sequence, message);
        }

        (pending, taken) = (taken, []);
    }

    /// <summary>The turn is over.</summary>
    public void Done(IReadOnlyList<long> cancelled)
    {
        taken = [];
        foreach (var sequence in cancelled)
        {
            pending.Remove(sequence);
        }
    }

    /// <summary>What was known of it is void.</summary>
    public void Forget()
    {
        pending = [];
        Warm = null;
        Suspended = false;
        Poked = false;
    }
}

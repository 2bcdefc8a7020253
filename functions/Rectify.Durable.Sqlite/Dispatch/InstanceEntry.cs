using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Dispatch;

/// <summary>
/// The dispatcher's entry of an instance that has something to do or is kept in memory. Its members are used under <see cref="Gate"/>.
/// </summary>
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

    /// <summary>The instance was resumed during a turn, which may still have seen it as suspended.</summary>
    public bool Resumed { get; set; }

    /// <summary>
    /// The code awaited something that is not of its context: the instance gets a turn without a message, in which it fails.
    /// </summary>
    public bool Poked { get; set; }

    /// <summary>How many times in a row a turn could not be committed and the instance was read again.</summary>
    public int Reloads { get; set; }

    /// <summary>The entry is no longer in the dispatcher's table: code that still holds it must look the instance up again.</summary>
    public bool Removed { get; set; }

    public LinkedListNode<InstanceEntry>? Place { get; set; }

    public bool IsRunnable => !Busy && !Suspended && (pending.Count > 0 || Poked);

    /// <summary>Something has come in since the turn began.</summary>
    public bool HasNews => pending.Count > 0 || Poked || Resumed;

    public bool IsForgettable => !Busy && !Suspended && pending.Count == 0 && Reloads == 0;

    // The same row may be delivered twice, after the clock was set back or after a redelivery.
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

    /// <summary>Puts the messages of a turn back that was not taken.</summary>
    public void PutBack()
    {
        foreach (var (sequence, message) in pending)
        {
            taken.TryAdd(sequence, message);
        }

        (pending, taken) = (taken, []);
    }

    /// <summary>Ends a turn: its messages are consumed, and those of cancelled timers dropped.</summary>
    public void Done(IReadOnlyList<long> cancelled)
    {
        taken = [];
        foreach (var sequence in cancelled)
        {
            pending.Remove(sequence);
        }
    }

    /// <summary>Drops everything known of the instance.</summary>
    public void Forget()
    {
        pending = [];
        Warm = null;
        Suspended = false;
        Poked = false;
    }
}

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>How an execution ends.</summary>
internal abstract record Ending
{
    private Ending()
    {
    }

    /// <summary>The name that the history keeps: Durable Task's for the status.</summary>
    public string Name => GetType().Name;

    /// <summary>The code returned.</summary>
    public sealed record Completed(string? Output) : Ending;

    /// <summary>The code threw.</summary>
    public sealed record Failed(Failure Failure) : Ending;

    /// <summary>The code asked to start over; <paramref name="Carried"/> are the events that nobody has read.</summary>
    public sealed record ContinuedAsNew(
        string? Input, string? Version, IReadOnlyList<HistoryEvent.EventRaised> Carried) : Ending
    {
        /// <summary>Takes the events that the execution sent to its own instance along with the start of the next one.</summary>
        /// <remarks>
        /// The SDK sends unread events to the instance itself. Ahead of those that came later they keep their order, which they
        /// would lose on the way through the inbox.
        /// </remarks>
        /// <returns>The other decisions, and this ending with the events before those it carries already.</returns>
        public (IReadOnlyList<RecordedDecision> Others, ContinuedAsNew Ending) WithOwnEvents(string instanceId,
            IReadOnlyList<RecordedDecision> decisions)
        {
            var own = decisions.OfType<RecordedDecision.EventSent>().Where(sent => sent.InstanceId == instanceId).ToList();
            return (
                own.Count == 0 ? decisions : [.. decisions.Except(own)],
                this with { Carried = [.. own.Select(sent => new HistoryEvent.EventRaised(sent.Name, sent.Payload)), .. Carried] });
        }
    }
}

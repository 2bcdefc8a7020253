namespace Rectify.Durable.Sqlite.Replay;

/// <summary>How an execution ends.</summary>
internal abstract record Ending
{
    private Ending()
    {
    }

    /// <summary>The name that is stored in the history: the name of Durable Task's status.</summary>
    public string Name => GetType().Name;

    /// <summary>The code returned.</summary>
    public sealed record Completed(string? Output) : Ending;

    /// <summary>The code threw.</summary>
    public sealed record Failed(Failure Failure) : Ending;

    /// <summary>The code asked to continue as new; <paramref name="Carried"/> are the events that it has not read.</summary>
    public sealed record ContinuedAsNew(
        string? Input, string? Version, IReadOnlyList<HistoryEvent.EventRaised> Carried) : Ending
    {
        /// <summary>
        /// Moves the events that the execution sent to its own instance to the events that the next execution starts with.
        /// </summary>
        /// <remarks>
        /// The SDK sends unread events to the instance itself. Passed on with the start they stay before later events; by way of the inbox
        /// they would come after them.
        /// </remarks>
        /// <returns>The other decisions, and this ending with these events before those that it carries already.</returns>
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

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>One execution of an orchestrator, in this process or in another.</summary>
internal interface IExecution
{
    /// <summary>The code has awaited something that is not of its context; its next turn fails the execution.</summary>
    bool IsViolated { get; }

    /// <summary>Replays a recorded turn.</summary>
    TurnOutcome Repeat(Turn turn);

    /// <summary>Takes a turn with new events.</summary>
    ValueTask<TurnOutcome> AdvanceAsync(DateTimeOffset at, IReadOnlyList<HistoryEvent> events, CancellationToken ct);
}

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>One execution of an orchestrator, wherever its code runs.</summary>
internal interface IExecution
{
    /// <summary>The code has awaited something foreign; its next turn fails it.</summary>
    bool IsViolated { get; }

    /// <summary>Runs the code over a turn that was recorded.</summary>
    TurnOutcome Repeat(Turn turn);

    /// <summary>Runs the code over new events.</summary>
    ValueTask<TurnOutcome> AdvanceAsync(DateTimeOffset at, IReadOnlyList<HistoryEvent> events, CancellationToken ct);
}

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>One recorded turn: its instant, the events, what the code asked for, and how the execution ended if it did.</summary>
/// <param name="At">The orchestrator's clock during the turn.</param>
/// <param name="Events">The events, in the order in which the code received them.</param>
/// <param name="Decisions">What the code asked for, in order.</param>
/// <param name="End">The name of the ending; null if the execution goes on.</param>
internal sealed record Turn(DateTimeOffset At, IReadOnlyList<HistoryEvent> Events, IReadOnlyList<RecordedDecision> Decisions, string? End);

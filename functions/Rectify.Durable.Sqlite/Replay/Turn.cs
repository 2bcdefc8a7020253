namespace Rectify.Durable.Sqlite.Replay;

/// <summary>One recorded turn: when it was, what came in, what the code asked for, and how it ended if it did.</summary>
/// <param name="At">The orchestrator's clock during the turn.</param>
/// <param name="Events">What happened, in the order in which the code learnt of it.</param>
/// <param name="Decisions">What the code asked for, in the order in which it did.</param>
/// <param name="End">The name of the ending; null while the execution goes on.</param>
internal sealed record Turn(DateTimeOffset At, IReadOnlyList<HistoryEvent> Events, IReadOnlyList<RecordedDecision> Decisions, string? End);

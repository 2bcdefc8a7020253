namespace Rectify.Embedded.Engine.Replay;

/// <summary>One recorded turn: when it was, what came in, what the code asked for, and how it ended if it did.</summary>
internal sealed record Turn(
    DateTimeOffset At, IReadOnlyList<HistoryEvent> Events, IReadOnlyList<Step> Steps, string? End);

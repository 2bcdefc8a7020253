namespace Rectify.Durable.Sqlite.Replay;

/// <summary>The result of the code's run in a turn.</summary>
/// <param name="Decisions">What the code asked for.</param>
/// <param name="CancelledTimers">The numbers of timers that the code has cancelled.</param>
/// <param name="Ending">How the execution ended; null if it goes on.</param>
/// <param name="CustomStatus">The serialized custom status; null for none.</param>
internal sealed record TurnOutcome(
    IReadOnlyList<RecordedDecision> Decisions, IReadOnlyList<int> CancelledTimers, Ending? Ending, string? CustomStatus)
{
    /// <summary>A turn that only ends the execution.</summary>
    public static TurnOutcome Only(Ending ending) => new([], [], ending, null);
}

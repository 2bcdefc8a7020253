namespace Rectify.Durable.Sqlite.Replay;

/// <summary>What a turn decided.</summary>
/// <param name="Decisions">What the code asked for.</param>
/// <param name="CancelledTimers">Timers of this execution that it no longer waits for.</param>
/// <param name="Ending">How the execution ended; null while it goes on.</param>
/// <param name="CustomStatus">The serialized custom status; null for none.</param>
internal sealed record TurnOutcome(
    IReadOnlyList<RecordedDecision> Decisions, IReadOnlyList<int> CancelledTimers, Ending? Ending, string? CustomStatus)
{
    /// <summary>A turn that only ends the execution.</summary>
    public static TurnOutcome Only(Ending ending) => new([], [], ending, null);
}

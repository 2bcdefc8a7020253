using Rectify.Durable.Sqlite.Replay;

namespace Rectify.Durable.Sqlite.Storage;

/// <summary>All that one turn changes, ready to be committed.</summary>
/// <param name="Before">The instance as the turn found it.</param>
/// <param name="At">The turn's instant.</param>
/// <param name="Consumed">The inbox rows that it read.</param>
/// <param name="History">The turn's record.</param>
/// <param name="Outcome">What it decided.</param>
internal sealed record TurnResult(
    InstanceRecord Before, DateTimeOffset At, IReadOnlyList<InboxMessage> Consumed, byte[] History, TurnOutcome Outcome);

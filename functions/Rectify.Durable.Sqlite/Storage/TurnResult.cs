using Rectify.Durable.Sqlite.Replay;

namespace Rectify.Durable.Sqlite.Storage;

/// <summary>Everything that one turn changes, to be committed.</summary>
/// <param name="Before">The instance before the turn.</param>
/// <param name="At">The turn's instant.</param>
/// <param name="Consumed">The inbox rows that it read.</param>
/// <param name="History">The turn's record.</param>
/// <param name="Outcome">The result of the code's run.</param>
internal sealed record TurnResult(
    InstanceRecord Before, DateTimeOffset At, IReadOnlyList<InboxMessage> Consumed, byte[] History, TurnOutcome Outcome);

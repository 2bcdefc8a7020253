namespace Rectify.Durable.Sqlite.Storage;

/// <summary>What a committed turn left.</summary>
/// <param name="After">The instance after it.</param>
/// <param name="Cancelled">Inbox rows of timers that it cancelled.</param>
internal sealed record CommittedTurn(InstanceRecord After, IReadOnlyList<long> Cancelled);

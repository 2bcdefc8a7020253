namespace Rectify.Durable.Sqlite.Storage;

/// <summary>The result of the commit of a turn.</summary>
/// <param name="After">The instance after the turn.</param>
/// <param name="Cancelled">Numbers of the inbox rows of timers that the turn cancelled.</param>
internal sealed record CommittedTurn(InstanceRecord After, IReadOnlyList<long> Cancelled);

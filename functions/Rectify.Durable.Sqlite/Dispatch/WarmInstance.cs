using Rectify.Durable.Sqlite.Replay;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Dispatch;

/// <summary>The state of an instance that is kept in memory between two turns. Without it the next turn begins with a replay.</summary>
/// <param name="Record">The instance after its last turn.</param>
/// <param name="Run">Its execution in memory; null when there is none, as before the first turn.</param>
/// <param name="LastTurn">The instant of its last turn. The next turn is not earlier, even if the clock is set back.</param>
internal sealed record WarmInstance(InstanceRecord Record, IExecution? Run, DateTimeOffset LastTurn);

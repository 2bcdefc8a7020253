using Rectify.Durable.Sqlite.Replay;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Dispatch;

/// <summary>An instance between two turns, in memory: without it the next turn begins with a replay.</summary>
/// <param name="Record">Where it stands.</param>
/// <param name="Run">Its execution; null before the first turn.</param>
/// <param name="LastTurn">The instant of its last turn: the next one is not earlier, whatever the clock does.</param>
internal sealed record WarmInstance(InstanceRecord Record, IExecution? Run, DateTimeOffset LastTurn);

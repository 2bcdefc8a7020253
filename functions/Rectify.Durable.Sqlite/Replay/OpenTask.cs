namespace Rectify.Durable.Sqlite.Replay;

/// <summary>An activity, timer or sub-orchestration that an execution has started and whose result has not come.</summary>
/// <param name="Decision">What the execution asked for.</param>
internal sealed record OpenTask(RecordedDecision Decision)
{
    public TaskCompletionSource<string?> Source { get; } = new();
}

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>Something that an execution has asked for and not yet heard of.</summary>
/// <param name="Decision">What it asked for.</param>
internal sealed record OpenTask(RecordedDecision Decision)
{
    public TaskCompletionSource<string?> Source { get; } = new();
}

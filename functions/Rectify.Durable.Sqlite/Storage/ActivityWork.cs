using System.Diagnostics;

namespace Rectify.Durable.Sqlite.Storage;

/// <summary>An activity row: a call whose result is not yet committed.</summary>
internal sealed record ActivityWork(long Sequence, long Execution, ActivityCall Call)
{
    /// <summary>The tracing span of the turn that called; empty when the call was made before the last start.</summary>
    public ActivityContext Trace { get; init; }
}

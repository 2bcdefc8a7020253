using System.Diagnostics;

namespace Rectify.Durable.Sqlite.Storage;

/// <summary>An activity row: a call whose result is not yet committed.</summary>
internal sealed record ActivityWork(long Sequence, long Execution, ActivityCall Call)
{
    /// <summary>The span of the turn that called, when it was called by this process.</summary>
    public ActivityContext Trace { get; init; }
}

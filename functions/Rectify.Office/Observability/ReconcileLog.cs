namespace Rectify.Office.Observability;

/// <summary>When the reconcile timer last ran through, for the health check.</summary>
public sealed class ReconcileLog
{
    private long lastTicks;

    /// <summary>The end of the last complete run of this process, UTC; null before the first.</summary>
    public DateTimeOffset? Last => Interlocked.Read(ref lastTicks) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>When the indexes were last compared with the entries, UTC; null when they were not compared since the start.</summary>
    public DateTimeOffset? Audited { get; set; }

    public void Completed(DateTimeOffset at) => Interlocked.Exchange(ref lastTicks, at.UtcTicks);
}

using System.Diagnostics;
using Rectify.Durable.Sqlite.Storage;
using Rectify.Durable.Sqlite.Telemetry;

namespace Rectify.Durable.Sqlite.Commits;

/// <summary>Something to write to the file. Several operations share a transaction; each is reported only after the commit.</summary>
internal abstract class StoreOperation
{
    /// <summary>The tracing span that caused the operation.</summary>
    public ActivityContext Trace { get; } = EngineSpans.Present;

    /// <summary>What the last <see cref="Apply"/> added, for the rest of the engine.</summary>
    public Effects Effects { get; set; } = new();

    /// <summary>
    /// True for the engine's own work, which is tried again while the disk refuses; false for client calls, which then fail.
    /// </summary>
    public virtual bool OutlivesStorageFailure => true;

    /// <summary>Writes. May be called again after a rollback.</summary>
    public abstract void Apply(StoreWriter store);

    /// <summary>Called when the operation is on the disk.</summary>
    public abstract void Committed();

    /// <summary>Called when the operation will not be written.</summary>
    public abstract void Failed(Exception cause);
}

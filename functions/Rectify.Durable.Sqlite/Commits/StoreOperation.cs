using System.Diagnostics;
using Rectify.Durable.Sqlite.Storage;
using Rectify.Durable.Sqlite.Telemetry;

namespace Rectify.Durable.Sqlite.Commits;

/// <summary>Something to write. Many share a transaction; a caller learns of it only after the commit.</summary>
internal abstract class StoreOperation
{
    /// <summary>The span on whose behalf it writes.</summary>
    public ActivityContext Trace { get; } = EngineSpans.Present;

    /// <summary>What the last <see cref="Apply"/> added.</summary>
    public Effects Effects { get; set; } = new();

    /// <summary>True for the engine's own work, which is tried again while the disk refuses; a caller is told instead.</summary>
    public virtual bool OutlivesStorageFailure => true;

    /// <summary>Writes. May run again, after a rollback.</summary>
    public abstract void Apply(StoreWriter store);

    /// <summary>It is on disk.</summary>
    public abstract void Committed();

    /// <summary>It will not be written.</summary>
    public abstract void Failed(Exception cause);
}

using System.Text.Json;
using Rectify.Domain;
using Rectify.Office.State;

namespace Rectify.Office.Observability;

/// <summary>The last complete run of the reconcile timer, whichever instance it ran in.</summary>
public sealed class ReconcileLog(IStateStore store)
{
    /// <summary>The name of the shared document.</summary>
    public const string Name = "reconcile";

    /// <summary>
    /// The run as this process last read or wrote it; null when it has not yet. For a gauge, which cannot wait for the storage.
    /// </summary>
    public ReconcileRecord? LastSeen { get; private set; }

    /// <summary>The last complete run; null when there was none.</summary>
    public async Task<ReconcileRecord?> FindAsync(CancellationToken cancellation)
    {
        var document = await store.ReadAsync(Name, cancellation);
        return LastSeen = document is null ? null : JsonSerializer.Deserialize<ReconcileRecord>(document.Text, DomainJson.Options);
    }

    /// <summary>Records a complete run. Of two that end together, the later write counts.</summary>
    public async Task RecordAsync(ReconcileRecord record, CancellationToken cancellation)
    {
        StateDocument? standing;
        do
        {
            standing = await store.ReadAsync(Name, cancellation);
        } while (!await store.TryWriteAsync(Name, DomainJson.Text(record), standing?.Version, cancellation));

        LastSeen = record;
    }
}

using Rectify.Office.Rulebooks;
using Rectify.Storage.Tables.Revisions;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Rulebooks;

/// <summary>What the office did with rulebooks, in Azure Tables.</summary>
public sealed class TablesRulebookStore(TablesStore store) : IRulebookStore
{
    private readonly RevisionRows<RulebookEntry> rows = new(
        store, "rulebooks", "RulebookId", entry => (entry.Revision, entry.RulebookId));

    public Task<int> RevisionAsync(CancellationToken cancellation) => rows.LastAsync(cancellation);

    public Task<IReadOnlyList<RulebookEntry>> EntriesAsync(CancellationToken cancellation) => rows.AllAsync(cancellation);

    public Task<bool> TryAddAsync(RulebookEntry entry, CancellationToken cancellation) => rows.TryAddAsync(entry, cancellation);
}

using Rectify.Office.Accounts;
using Rectify.Storage.Tables.Revisions;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Accounts;

/// <summary>What was done with accounts, in Azure Tables.</summary>
public sealed class TablesAccountStore(TablesStore store) : IAccountStore
{
    private readonly RevisionRows<AccountEntry> rows = new(
        store, "accounts", "AccountId", entry => (entry.Revision, entry.AccountId));

    public Task<int> RevisionAsync(CancellationToken cancellation) => rows.LastAsync(cancellation);

    public Task<IReadOnlyList<AccountEntry>> EntriesAsync(CancellationToken cancellation) => rows.AllAsync(cancellation);

    public Task<bool> TryAddAsync(AccountEntry entry, CancellationToken cancellation) => rows.TryAddAsync(entry, cancellation);
}

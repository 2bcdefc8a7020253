namespace Rectify.Office.Accounts;

/// <summary>Stores what was done with accounts: one list of entries that only grows.</summary>
public interface IAccountStore
{
    /// <summary>The revision of the last entry; 0 before the first. Cheap: it is asked at every request that needs an account.</summary>
    Task<int> RevisionAsync(CancellationToken cancellation);

    /// <summary>Every entry, oldest first.</summary>
    Task<IReadOnlyList<AccountEntry>> EntriesAsync(CancellationToken cancellation);

    /// <summary>Records the entry; false when its revision is not the next one, since another entry was recorded meanwhile.</summary>
    Task<bool> TryAddAsync(AccountEntry entry, CancellationToken cancellation);
}

using Rectify.Domain.Calendar;

namespace Rectify.Office.Accounts;

/// <summary>The accounts as they are now, in whichever instance they were changed.</summary>
/// <remarks>Whoever asks for an account calls <see cref="RefreshAsync"/> first, so that a revocation counts at once.</remarks>
public sealed class CurrentAccounts(IAccountStore store, TimeProvider clock)
{
    private OfficeAccounts loaded = new([]);

    /// <summary>The accounts as of the last refresh.</summary>
    public OfficeAccounts Value => Volatile.Read(ref loaded);

    /// <summary>The day by which accounts are valid or not.</summary>
    public DateOnly Today => LocalDay.Of(clock.GetUtcNow());

    /// <summary>The accounts, after what was recorded since the last refresh.</summary>
    public async Task<OfficeAccounts> RefreshAsync(CancellationToken cancellation)
    {
        if (await store.RevisionAsync(cancellation) != (Value.Last?.Revision ?? 0))
            Volatile.Write(ref loaded, new OfficeAccounts(await store.EntriesAsync(cancellation)));
        return Value;
    }

    /// <summary>Whether the account lets its holder in today.</summary>
    public bool IsValid(Account account) => account.StatusOn(Today) == AccountStatus.Valid;
}

namespace Rectify.Office.Accounts;

/// <summary>Every account of the office, as of an entry.</summary>
public sealed class OfficeAccounts
{
    private readonly Dictionary<string, Account> accounts = new(StringComparer.Ordinal);

    private readonly Dictionary<string, (Account Account, AccountKey Key)> keys;

    /// <param name="entries">All entries, oldest first.</param>
    public OfficeAccounts(IReadOnlyList<AccountEntry> entries)
    {
        Entries = entries;
        foreach (var entry in entries)
        {
            if (Account.Evolve(accounts.GetValueOrDefault(entry.AccountId), entry) is { } account) accounts[entry.AccountId] = account;
        }

        keys = (
            from account in accounts.Values
            where !account.IsRevoked
            from key in account.Keys
            where !key.IsRevoked
            select (account, key)).ToDictionary(pair => pair.key.Sha256, StringComparer.Ordinal);
    }

    /// <summary>What was done with accounts, oldest first.</summary>
    public IReadOnlyList<AccountEntry> Entries { get; }

    /// <summary>The last entry; null before the first.</summary>
    public AccountEntry? Last => Entries is [.., var last] ? last : null;

    /// <summary>Every account, in the order of the ids.</summary>
    public IReadOnlyList<Account> All => [.. accounts.Values.OrderBy(account => account.AccountId, StringComparer.Ordinal)];

    /// <summary>The account with this id; null when there is none.</summary>
    public Account? Find(string id) => accounts.GetValueOrDefault(id);

    /// <summary>The account with a key of this hash, and the key; null when no account that was not revoked has it.</summary>
    public (Account Account, AccountKey Key)? FindByKey(string sha256) => keys.TryGetValue(sha256, out var found) ? found : null;

    /// <summary>The account with this work address; null when no account that was not revoked has it.</summary>
    public Account? FindByAddress(string address) =>
        accounts.Values.FirstOrDefault(account => !account.IsRevoked && IsSameAddress(account.Email, address));

    /// <summary>
    /// The account of an Entra principal: by its object id, otherwise by its address, where the account names no other object. One that was
    /// revoked is found too, when no other is: it says that this principal is not let in.
    /// </summary>
    public Account? FindByPrincipal(string? objectId, IReadOnlyList<string> addresses) =>
        accounts.Values
            .Select(account => (Account: account, Fit: FitOf(account, objectId, addresses)))
            .Where(one => one.Fit > 0)
            .OrderBy(one => one.Account.IsRevoked).ThenByDescending(one => one.Fit)
            .FirstOrDefault().Account;

    /// <summary>The account of an actor of the ledger, whoever holds it now; null when the actor had none.</summary>
    public Account? FindByActor(string actor) => accounts.Values.FirstOrDefault(account => account.Caller.IsActor(actor));

    /// <summary>
    /// Whether an actor of the ledger had an account that lets the person in no more on a day: it is over, or somebody else holds it. What
    /// that actor has made for reading, such as a calendar feed, ends with it.
    /// </summary>
    /// <param name="actor">The actor.</param>
    /// <param name="madeAt">When it was made, UTC.</param>
    /// <param name="day">The day.</param>
    public bool HasEnded(string actor, DateTimeOffset madeAt, DateOnly day) =>
        FindByActor(actor) is { } account && (!account.IsHeldBy(actor, madeAt) || account.StatusOn(day) != AccountStatus.Valid);

    /// <summary>Whether two texts are one mail address: upper and lower case are the same in it.</summary>
    public static bool IsSameAddress(string? one, string? other) =>
        one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static int FitOf(Account account, string? objectId, IReadOnlyList<string> addresses) =>
        account.ObjectId is { } named ? (string.Equals(named, objectId, StringComparison.OrdinalIgnoreCase) ? 2 : 0)
        : addresses.Any(address => IsSameAddress(account.Email, address)) ? 1
        : 0;
}

namespace Rectify.Office.Accounts;

/// <summary>Makes accounts as they are answered, with the last use of their keys.</summary>
public sealed class AccountViews(CurrentAccounts current, KeyUses keyUses)
{
    /// <summary>Every account, in the order of the ids.</summary>
    public async Task<IReadOnlyList<AccountView>> AllAsync(CancellationToken cancellation)
    {
        var used = await keyUses.AllAsync(cancellation);
        return [.. (await current.RefreshAsync(cancellation)).All.Select(account => Of(account, used))];
    }

    /// <summary>One account.</summary>
    public async Task<AccountView> OfAsync(Account account, CancellationToken cancellation) =>
        Of(account, account.Keys.Count == 0 ? new Dictionary<string, DateOnly>() : await keyUses.AllAsync(cancellation));

    private AccountView Of(Account account, IReadOnlyDictionary<string, DateOnly> used) => new(
        account.AccountId, account.Name, account.Role, account.StatusOn(current.Today), account.Email, account.UnitId, account.OfficialId,
        account.ValidUntil, account.ObjectId, account.Language,
        [
            .. account.Keys.Select(key => new AccountKeyView(
                key.KeyId, key.IsRevoked, used.TryGetValue(key.Sha256, out var day) ? day : null)),
        ],
        [.. account.Entries.Select(AccountEntryView.Of)]);
}

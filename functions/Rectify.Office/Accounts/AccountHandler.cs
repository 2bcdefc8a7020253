using System.Security.Cryptography;
using Rectify.Domain;
using Rectify.Office.Requests;

namespace Rectify.Office.Accounts;

/// <summary>Issues, renews, hands over and revokes accounts, and gives keys to systems. Each change is an entry of the store.</summary>
/// <remarks>
/// Whatever is refused is judged by the entries up to the one before; when another process records one meanwhile, it is judged again.
/// </remarks>
public sealed class AccountHandler(IAccountStore store, CurrentAccounts current, AccountRules rules, TimeProvider clock)
{
    private const int KeyBytes = 24;

    /// <summary>Issues an account; the same content under its id is not recorded again.</summary>
    public Task<Outcome<Account>> IssueAsync(string id, AccountBody body, string actor, CancellationToken cancellation) => ChangeAsync(
        id, actor,
        async accounts => await rules.RefuseIssueAsync(accounts, id, body, cancellation) is { } problem ? problem
            : accounts.Find(id) is null ? Outcome<AccountAct?>.Of(rules.IssueOf(body)) : Outcome<AccountAct?>.Of(null),
        cancellation);

    /// <summary>Gives an account another last day.</summary>
    public Task<Outcome<Account>> RenewAsync(string id, AccountRenewalBody body, string actor, CancellationToken cancellation) =>
        ChangeAsync(
            id, actor,
            accounts => Judged(
                rules.RefuseRenewal(accounts, id, body),
                () => accounts.Find(id)!.ValidUntil == body.ValidUntil ? null : new AccountAct.Renew(body.ValidUntil)),
            cancellation);

    /// <summary>Gives an account to another person.</summary>
    public Task<Outcome<Account>> HandOverAsync(string id, AccountHandOverBody body, string actor, CancellationToken cancellation) =>
        ChangeAsync(
            id, actor,
            accounts => Judged(
                rules.RefuseHandOver(accounts, id, body),
                () => new AccountAct.HandOver(body.Name, body.Email, body.ObjectId, body.Language) is var act
                    && accounts.Find(id) is { } account
                    && act == new AccountAct.HandOver(account.Name, account.Email!, account.ObjectId, account.Language) ? null : act),
            cancellation);

    /// <summary>Ends an account for good; one that is revoked stays so, with the first reason.</summary>
    public Task<Outcome<Account>> RevokeAsync(string id, AccountRevocationBody body, string actor, CancellationToken cancellation) =>
        ChangeAsync(
            id, actor,
            accounts => Judged(
                AccountRules.RefuseRevocation(accounts, id, body),
                () => accounts.Find(id)!.IsRevoked ? null : new AccountAct.Revoke(body.Reason)),
            cancellation);

    /// <summary>Gives a key to a system. Only this answer has it; the store has its hash.</summary>
    public async Task<Outcome<IssuedKeyView>> IssueKeyAsync(string id, string keyId, string actor, CancellationToken cancellation)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        var issued = await ChangeAsync(
            id, actor,
            accounts => Judged(AccountRules.RefuseKey(accounts, id, keyId), () => new AccountAct.IssueKey(keyId, Digest.Of(key))),
            cancellation);
        return issued.Try(out _, out var problem) ? new IssuedKeyView(id, keyId, key) : problem;
    }

    /// <summary>Revokes a key.</summary>
    public Task<Outcome<Account>> RevokeKeyAsync(string id, string keyId, string actor, CancellationToken cancellation) => ChangeAsync(
        id, actor,
        accounts => Judged(
            accounts.Find(id)?.Keys.Any(key => key.KeyId == keyId) == true
                ? null
                : Problem.NotFound(AccountMessages.NoKey, keyId),
            () => accounts.Find(id)!.Keys.Single(key => key.KeyId == keyId).IsRevoked ? null : new AccountAct.RevokeKey(keyId)),
        cancellation);

    private static Task<Outcome<AccountAct?>> Judged(Problem? problem, Func<AccountAct?> act) =>
        Task.FromResult(problem is null ? Outcome<AccountAct?>.Of(act()) : problem);

    // Records the act that the present accounts give, null for none, and answers the account.
    private async Task<Outcome<Account>> ChangeAsync(
        string id, string actor, Func<OfficeAccounts, Task<Outcome<AccountAct?>>> judge, CancellationToken cancellation)
    {
        while (true)
        {
            var accounts = await current.RefreshAsync(cancellation);
            var judged = await judge(accounts);
            if (!judged.Try(out var act, out var problem)) return problem;
            if (act is null) return accounts.Find(id)!;

            var entry = AccountEntry.After(accounts.Last, id, act, actor, clock.GetUtcNow());
            if (await store.TryAddAsync(entry, cancellation)) return (await current.RefreshAsync(cancellation)).Find(id)!;
        }
    }
}

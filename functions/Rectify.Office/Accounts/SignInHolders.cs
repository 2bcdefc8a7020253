using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Office.Access;
using Rectify.Office.Outbox;
using Rectify.Office.Register;

namespace Rectify.Office.Accounts;

/// <summary>Finds who signs in with a work address, and who a link or a session lets in now.</summary>
/// <remarks>
/// Leaders in the register are written to about their cases. They sign in with that address without an account, in the role leader.
/// Somebody of whom there is an account, valid or not, has what the account says; whoever has a valid one of another role, such as a
/// personnel officer who is named in a case as well, opens the own cases besides.
/// </remarks>
public sealed class SignInHolders(CurrentAccounts current, IRegisterStore registerStore, PersonJoins joins)
{
    /// <summary>Who signs in with an address, and how that person is written to; null when nobody does.</summary>
    public async Task<(SignInHolder Holder, Recipient Recipient)?> FindAsync(string address, CancellationToken cancellation)
    {
        var accounts = await current.RefreshAsync(cancellation);
        if (accounts.All.Any(account => OfficeAccounts.IsSameAddress(account.Email, address)))
        {
            return accounts.FindByAddress(address) is { } account && current.IsValid(account)
                ? (new SignInHolder.OfAccount(account.AccountId, account.Since),
                    new Recipient(account.Name, account.Email!, account.Language))
                : null;
        }

        var officials = await WithoutAccountAsync(
            accounts, await registerStore.FindAtAddressAsync(address, cancellation), cancellation);
        return officials is not [var first, ..] ? null : (
            new SignInHolder.OfOfficials([.. officials.Select(official => official.OfficialId)], DigestOf(address)),
            new Recipient(first.Name, first.Email!, first.Language));
    }

    /// <summary>Whom a link or a session lets in now; null when its account, its holder or its address is another by now.</summary>
    public async Task<Caller?> CallerOfAsync(SignInHolder holder, CancellationToken cancellation)
    {
        var accounts = await current.RefreshAsync(cancellation);
        switch (holder)
        {
            case SignInHolder.OfAccount(var accountId, var since):
                return accounts.Find(accountId) is { } account && account.Since == since && current.IsValid(account)
                    ? account.Caller
                    : null;
            case SignInHolder.OfOfficials(var ids, var digest):
                var officials = (await WithoutAccountAsync(
                        accounts, await registerStore.FindOfficialsAsync(ids, cancellation), cancellation))
                    .Where(official => official.Email is { } address && DigestOf(address) == digest)
                    .OrderBy(official => official.OfficialId.Value, StringComparer.Ordinal).ToList();
                return officials is not [var first, ..] ? null : new Caller(first.Name, Role.Leader, null)
                {
                    OfficialIds = [.. officials.Select(official => official.OfficialId)],
                };
            default:
                throw new System.Diagnostics.UnreachableException(holder.ToString());
        }
    }

    /// <summary>A caller by an account, and the same person as a leader where the register has somebody at the account's address.</summary>
    public async Task<IReadOnlyList<Caller>> WithOwnCasesAsync(Caller caller, CancellationToken cancellation)
    {
        var accounts = await current.RefreshAsync(cancellation);
        if (caller.Role == Role.Leader || caller.AccountId is not { } id || accounts.Find(id)?.Email is not { } address) return [caller];

        var officials = await WithoutAccountAsync(accounts, await registerStore.FindAtAddressAsync(address, cancellation), cancellation);
        return officials.Count == 0
            ? [caller]
            : [caller, new Caller(caller.Name, Role.Leader, null) { OfficialIds = [.. officials.Select(one => one.OfficialId)] }];
    }

    /// <summary>The digest of an address, under which what concerns it is stored.</summary>
    public static string DigestOf(string address) => Digest.Of(address.ToLowerInvariant());

    // An account of a person speaks for every id under which the register has that person.
    private async Task<List<Official>> WithoutAccountAsync(
        OfficeAccounts accounts, IReadOnlyList<Official> officials, CancellationToken cancellation)
    {
        if (officials.Count == 0) return [];

        var joined = await joins.NowAsync(cancellation);
        var held = accounts.All.Select(account => account.OfficialId).OfType<OfficialId>().SelectMany(joined.With).ToHashSet();
        return [.. officials.Where(official => !held.Contains(official.OfficialId))];
    }
}

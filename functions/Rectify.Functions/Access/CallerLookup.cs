using Microsoft.AspNetCore.Http;
using Rectify.Domain;
using Rectify.Office.Access;
using Rectify.Office.Accounts;

namespace Rectify.Functions.Access;

/// <summary>Finds who calls: by a key, by the platform's sign-in, or on the board's pages by a session.</summary>
/// <remarks>
/// A key or a token that names a unit which the register does not have opens nothing: a mistyped id must not look like a unit without
/// cases.
/// </remarks>
internal sealed class CallerLookup(
    KeyRing keys, SignIn signIn, Sessions sessions, SignInHolders holders, CurrentAccounts accounts, KeyUses keyUses, KnownUnits units)
{
    /// <summary>The caller, once for each of its roles; empty for somebody without any; null when nobody is known.</summary>
    /// <remarks>Whoever the platform has signed in without giving a role may have a session by a link to the work address.</remarks>
    public async Task<IReadOnlyList<Caller>?> FindAsync(HttpRequest request)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (PresentedKey.Of(request) is { } key)
            return await KnownAsync(OneOrNone(keys.Find(key) ?? await FindByKeyAsync(key, cancellation)), cancellation);

        var byPlatform = signIn.Find(request) is { } signedIn
            ? await KnownAsync(await CallersOfAsync(signedIn, cancellation), cancellation)
            : null;
        if (byPlatform is { Count: > 0 } || !request.Path.StartsWithSegments(Sessions.Pages, StringComparison.OrdinalIgnoreCase))
            return byPlatform;

        return await sessions.FindCallerAsync(request, cancellation) is { } person
            ? await KnownAsync(await holders.WithOwnCasesAsync(person, cancellation), cancellation)
            : byPlatform;
    }

    // Without those for a unit that the register does not have.
    private async Task<IReadOnlyList<Caller>?> KnownAsync(IReadOnlyList<Caller>? callers, CancellationToken cancellation)
    {
        if (callers is null) return null;

        List<Caller> known = [];
        foreach (var caller in callers)
        {
            if (caller.UnitId is not { } unit || await units.HasAsync(unit, cancellation)) known.Add(caller);
        }

        return known;
    }

    private async Task<Caller?> FindByKeyAsync(string key, CancellationToken cancellation)
    {
        var known = await accounts.RefreshAsync(cancellation);
        if (known.FindByKey(Digest.Of(key)) is not var (account, used) || !accounts.IsValid(account)) return null;

        await keyUses.NoteAsync(used, cancellation);
        return account.Caller;
    }

    // Where there is an account, it decides alone, also when it lets nobody in any more: otherwise the roles in the token do.
    private async Task<IReadOnlyList<Caller>> CallersOfAsync(SignedIn signedIn, CancellationToken cancellation)
    {
        var known = await accounts.RefreshAsync(cancellation);
        if (known.FindByPrincipal(signedIn.ObjectId, signedIn.Addresses) is not { } account) return signedIn.Callers;
        return accounts.IsValid(account) ? [account.Caller] : [];
    }

    private static IReadOnlyList<Caller>? OneOrNone(Caller? caller) => caller is null ? null : [caller];
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Rectify.Office.Access;

namespace Rectify.Functions.Access;

/// <summary>Sessions of the board: a person enters a key once and is then recognized by a random cookie.</summary>
/// <remarks>
/// A session is stored in the installation's storage under the digest of its cookie, so that every instance knows it, and signing out ends
/// it even for somebody else who has the cookie. It is valid for the board's pages only, and ends when its key is removed.
/// </remarks>
/// <param name="store">The storage of sessions.</param>
/// <param name="keys">The access keys.</param>
/// <param name="cookies">The options of the cookie.</param>
/// <param name="time">Real time, also when the app runs by a stepped clock.</param>
public sealed class Sessions(IAccessStore store, KeyRing keys, BoardCookies cookies, TimeProvider time)
{
    public const string CookieName = "rectify-session";

    /// <summary>How long a session lasts: a working day.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(10);

    private const int TokenBytes = 32;

    /// <summary>Begins a session for a key. False when the key is unknown.</summary>
    public async Task<bool> TryBeginAsync(HttpContext context, string key, CancellationToken cancellation)
    {
        if (keys.Find(key) is null) return false;

        var (token, now) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes)), time.GetUtcNow());
        await store.RemoveEndedAsync(AccessRowKind.Session, now, cancellation);
        await store.AddAsync(new AccessRow(AccessRowKind.Session, KeyOf(token), KeyRing.FingerprintOf(key), now + Lifetime), cancellation);
        context.Response.Cookies.Append(CookieName, token, cookies.For(context.Request));
        return true;
    }

    /// <summary>Ends the session of the request, on the server and in the browser.</summary>
    public async Task EndAsync(HttpContext context, CancellationToken cancellation)
    {
        if (context.Request.Cookies[CookieName] is { Length: > 0 } token)
            await store.RemoveAsync(AccessRowKind.Session, KeyOf(token), cancellation);
        context.Response.Cookies.Delete(CookieName, cookies.For(context.Request));
    }

    /// <summary>The caller of the request's session; null when the request has no valid session.</summary>
    public async Task<Caller?> FindCallerAsync(HttpRequest request, CancellationToken cancellation) =>
        request.Cookies[CookieName] is { Length: > 0 } token
        && await store.FindAsync(AccessRowKind.Session, KeyOf(token), cancellation) is { } session
        && time.GetUtcNow() < session.EndsAt
            ? keys.FindByFingerprint(session.Value)
            : null;

    private static string KeyOf(string token) => Convert.ToHexStringLower(KeyHash.Of(token));
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Rectify.Domain;
using Rectify.Office.Access;
using Rectify.Office.Accounts;

namespace Rectify.Functions.Access;

/// <summary>Sessions of the board: a person signs in by a link or enters a key once, and is then recognized by a random cookie.</summary>
/// <remarks>
/// A session is stored in the installation's storage under the digest of its cookie, so that every instance knows it, and signing out ends
/// it even for somebody else who has the cookie. It is valid for the board's pages only, and ends when its key is removed, or when its
/// account is revoked, expires or is handed over.
/// </remarks>
public sealed class Sessions(IAccessStore store, KeyRing keys, SignInHolders holders, BoardCookies cookies, SessionClock clock)
{
    public const string CookieName = "rectify-session";

    /// <summary>The address of the pages for which a session is valid, and of all below it.</summary>
    public const string Pages = "/board";

    /// <summary>How long a session lasts: a working day.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(10);

    // How long the noted last use may be out of date, so that not every request writes.
    private static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(5);

    private const int TokenBytes = 32;

    /// <summary>How many characters of its digest name a session on pages and in answers.</summary>
    private const int IdLength = 16;

    /// <summary>Begins a session for a key of the settings. False when the key is unknown.</summary>
    public async Task<bool> TryBeginAsync(HttpContext context, string key, CancellationToken cancellation)
    {
        if (keys.Find(key) is null) return false;

        await BeginAsync(context, KeyRing.FingerprintOf(key), null, cancellation);
        return true;
    }

    /// <summary>Begins a session for whoever has signed in by a link.</summary>
    public Task BeginAsync(HttpContext context, SignInHolder holder, CancellationToken cancellation) =>
        BeginAsync(context, null, holder, cancellation);

    /// <summary>Ends the session of the request, on the server and in the browser.</summary>
    public async Task EndAsync(HttpContext context, CancellationToken cancellation)
    {
        if (context.Request.Cookies[CookieName] is { Length: > 0 } token)
            await store.RemoveAsync(AccessRowKind.Session, KeyOf(token), cancellation);
        context.Response.Cookies.Delete(CookieName, cookies.For(context.Request));
    }

    /// <summary>The caller of the request's session; null when the request has no valid session.</summary>
    public async Task<Caller?> FindCallerAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.Cookies[CookieName] is not { Length: > 0 } token
            || await store.FindAsync(AccessRowKind.Session, KeyOf(token), cancellation) is not { } row
            || clock.Now >= row.EndsAt
            || await CallerOfAsync(SessionRecord.Of(row), cancellation) is not { } caller) return null;

        await NoteUseAsync(row, request, cancellation);
        return caller;
    }

    /// <summary>Every session that lets somebody in, those that began last first.</summary>
    /// <param name="request">The request that asks, whose own session is marked.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<IReadOnlyList<LivingSession>> ListAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (now, own) = (clock.Now, request.Cookies[CookieName] is { Length: > 0 } token ? KeyOf(token) : null);
        List<LivingSession> living = [];
        foreach (var row in (await store.ListAsync(AccessRowKind.Session, cancellation)).Where(row => now < row.EndsAt))
        {
            var record = SessionRecord.Of(row);
            if (await CallerOfAsync(record, cancellation) is { } caller)
                living.Add(new LivingSession(row.Key[..IdLength], caller, record, row.EndsAt!.Value, row.Key == own));
        }

        return [.. living.OrderByDescending(session => session.Record.BeganAt)];
    }

    /// <summary>Ends the session with this id. False when there is none.</summary>
    public async Task<bool> EndAsync(string sessionId, CancellationToken cancellation)
    {
        var rows = await store.ListAsync(AccessRowKind.Session, cancellation);
        if (rows.FirstOrDefault(row => row.Key[..IdLength] == sessionId) is not { } row) return false;

        await store.RemoveAsync(AccessRowKind.Session, row.Key, cancellation);
        return true;
    }

    private async Task BeginAsync(HttpContext context, string? key, SignInHolder? holder, CancellationToken cancellation)
    {
        var (token, now) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes)), clock.Now);
        await store.RemoveEndedAsync(AccessRowKind.Session, now, cancellation);
        var record = new SessionRecord(key, holder, now, now, SessionPlace.Of(context));
        await store.AddAsync(new AccessRow(AccessRowKind.Session, KeyOf(token), DomainJson.Text(record), now + Lifetime), cancellation);
        context.Response.Cookies.Append(CookieName, token, cookies.For(context.Request));
    }

    private async Task<Caller?> CallerOfAsync(SessionRecord record, CancellationToken cancellation) =>
        record.Key is { } fingerprint ? keys.FindByFingerprint(fingerprint)
        : record.Holder is { } holder ? await holders.CallerOfAsync(holder, cancellation)
        : null;

    // A session that ends meanwhile is not brought back: its row is replaced only while it is there.
    private async Task NoteUseAsync(AccessRow row, HttpRequest request, CancellationToken cancellation)
    {
        var (record, now) = (SessionRecord.Of(row), clock.Now);
        if (record.UsedAt is { } used && now - used < NoteEvery) return;

        var next = record with { BeganAt = record.BeganAt ?? now, UsedAt = now, Place = SessionPlace.Of(request.HttpContext) };
        await store.TryReplaceAsync(row, row with { Value = DomainJson.Text(next) }, cancellation);
    }

    private static string KeyOf(string token) => Convert.ToHexStringLower(KeyHash.Of(token));
}

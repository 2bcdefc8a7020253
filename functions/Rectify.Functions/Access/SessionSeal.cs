using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Rectify.Functions.Access;

/// <summary>Sessions of the board: a key is typed once, then a sealed cookie stands for it.</summary>
/// <remarks>
/// The cookie holds no key and no hash of one that could be used elsewhere, counts on the board's pages only, and ends with
/// its key: a session of a key that was taken away opens nothing.
/// </remarks>
internal sealed class SessionSeal(IDataProtectionProvider protection, KeyRing keys)
{
    public const string CookieName = "rectify-session";

    /// <summary>A working day.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(10);

    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("board-session").ToTimeLimitedDataProtector();

    /// <summary>Begins a session for a key. False when the key is nobody's.</summary>
    public bool TryBegin(HttpContext context, string key)
    {
        if (keys.Find(key) is null) return false;

        context.Response.Cookies.Append(CookieName, seal.Protect(KeyRing.FingerprintOf(key), Lifetime), Options(context));
        return true;
    }

    public void End(HttpContext context) => context.Response.Cookies.Delete(CookieName, Options(context));

    /// <summary>Whose session the request carries; null when it carries none that still counts.</summary>
    public Caller? CallerOf(HttpRequest request)
    {
        if (request.Cookies[CookieName] is not { Length: > 0 } sealedText) return null;
        try
        {
            return keys.FindByFingerprint(seal.Unprotect(sealedText));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Made up, of another installation, or over.
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/board",
        IsEssential = true,
    };
}

using Microsoft.AspNetCore.Http;
using Rectify.Office.Settings;

namespace Rectify.Functions.Access;

/// <summary>
/// The options of the board's cookies: only for the board's pages, not readable by scripts, and https-only when the office is reached by
/// https.
/// </summary>
public sealed class BoardCookies(OfficeSettings office)
{
    /// <summary>The options of a cookie for the board, or for one of its pages.</summary>
    /// <remarks>Behind a proxy a request may look like plain http, so that the office's own address decides as well.</remarks>
    public CookieOptions For(HttpRequest request, string path = "/board", TimeSpan? lifetime = null) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = request.IsHttps || office.BaseAddress.Scheme == Uri.UriSchemeHttps,
        Path = path,
        MaxAge = lifetime,
        IsEssential = true,
    };
}

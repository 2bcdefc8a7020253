using Microsoft.AspNetCore.Http;
using Rectify.Office.Settings;

namespace Rectify.Functions.Access;

/// <summary>
/// How the board sets its cookies: for its own pages, unseen by scripts, and over https only where the office is reached by it.
/// </summary>
public sealed class BoardCookies(OfficeSettings office)
{
    /// <summary>The options of a cookie for the board, or for one of its pages.</summary>
    /// <remarks>Behind a proxy a request may look like plain http; the office's own address says how readers reach it.</remarks>
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

using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Rectify.Domain.Messages;
using Rectify.Functions.Access;

namespace Rectify.Functions.Board.Forms;

/// <summary>
/// Shows a message about what was just done once, on the next page. The message is in a sealed cookie for that page, so that the server
/// keeps nothing.
/// </summary>
public sealed class Flash(IDataProtectionProvider protection, BoardCookies cookies)
{
    private const string CookieName = "rectify-done";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("board-done").ToTimeLimitedDataProtector();

    /// <summary>Redirects to a page of the board that will show the message.</summary>
    public SeeOther To(HttpRequest request, string address, Bilingual done)
    {
        request.HttpContext.Response.Cookies.Append(CookieName, seal.Protect(JsonSerializer.Serialize(done), Lifetime),
            cookies.For(request, address.Split('?')[0], Lifetime));
        return new SeeOther(address);
    }

    /// <summary>The message; null when there is none or it was shown already.</summary>
    public Bilingual? Take(HttpRequest request)
    {
        if (request.Cookies[CookieName] is not { Length: > 0 } text) return null;
        request.HttpContext.Response.Cookies.Delete(CookieName, cookies.For(request, request.Path));
        try
        {
            return JsonSerializer.Deserialize<Bilingual>(seal.Unprotect(text));
        }
        catch (CryptographicException)
        {
            // The cookie is forged, from another installation, or expired.
            return null;
        }
    }
}

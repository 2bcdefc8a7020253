using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Rectify.Office.Access;

namespace Rectify.Functions.Access;

/// <summary>Tickets of the board's forms: what is sent comes from a form that this session was shown, and counts once.</summary>
/// <remarks>
/// Another site can make a signed-in browser send a form, and has no ticket to send with it. A caller with a key in the header needs none:
/// no browser adds that by itself.
/// </remarks>
public sealed class FormSeal(IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("board-form").ToTimeLimitedDataProtector();

    /// <summary>A ticket for the form at this address.</summary>
    /// <param name="request">Who is shown the form, and where.</param>
    /// <param name="version">The version of the case that the person sees; null where there is none.</param>
    /// <param name="address">Where the form is sent when that is not the page's own address.</param>
    public string Issue(HttpRequest request, int? version = null, string? address = null)
    {
        var ticket = new FormTicket(RandomNumberGenerator.GetHexString(32, lowercase: true), version);
        return seal.Protect(JsonSerializer.Serialize(new Sealed(ticket, address ?? AddressOf(request), HolderOf(request))),
            Sessions.Lifetime);
    }

    /// <summary>The ticket, when it was issued to this session for this address; else null.</summary>
    public FormTicket? Open(HttpRequest request, string text)
    {
        if (text.Length == 0) return PresentedKey.Of(request) is not null
            ? new FormTicket(RandomNumberGenerator.GetHexString(32, lowercase: true), null) : null;
        try
        {
            return JsonSerializer.Deserialize<Sealed>(seal.Unprotect(text)) is { } found && found.Address == AddressOf(request)
                && found.Holder == HolderOf(request)
                ? found.Ticket
                : null;
        }
        catch (CryptographicException)
        {
            // Made up, of another installation, or over.
            return null;
        }
    }

    private static string AddressOf(HttpRequest request) => request.Path.ToString();

    // A session is its cookie; a person whom the platform signs in has none and is known by name.
    private static string HolderOf(HttpRequest request) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{Caller.Of(request.HttpContext).Actor}\n{request.Cookies[Sessions.CookieName]}")));

    private sealed record Sealed(FormTicket Ticket, string Address, string Holder);
}

/// <summary>What a form carries unseen.</summary>
/// <param name="Id">Drawn for each form that is shown; what is sent twice has the same.</param>
/// <param name="Version">The version of the case that the person has seen; null where there is none.</param>
public sealed record FormTicket(string Id, int? Version);

using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Rectify.Domain;
using Rectify.Office.Access;

namespace Rectify.Functions.Access;

/// <summary>
/// Tickets of the board's forms. A ticket proves that a form was shown in this session, and identifies a form that is sent twice.
/// </summary>
/// <remarks>
/// Another site can make a signed-in browser send a form, but it cannot get a ticket for it. A caller with a key in the header needs no
/// ticket, because no browser adds such a header by itself.
/// </remarks>
public sealed class FormSeal(IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("board-form").ToTimeLimitedDataProtector();

    /// <summary>Issues a ticket for the form at this address.</summary>
    /// <param name="request">The request for the page with the form.</param>
    /// <param name="version">The version of the case that the page shows; null when it shows none.</param>
    /// <param name="address">The address to which the form is sent; null for the page's own address.</param>
    public string Issue(HttpRequest request, int? version = null, string? address = null)
    {
        var ticket = new FormTicket(RandomNumberGenerator.GetHexString(32, lowercase: true), version);
        return seal.Protect(JsonSerializer.Serialize(new Sealed(ticket, address ?? AddressOf(request), HolderOf(request))),
            Sessions.Lifetime);
    }

    /// <summary>The ticket, when it was issued to this session for this address; otherwise null.</summary>
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
            // The ticket is forged, from another installation, or expired.
            return null;
        }
    }

    private static string AddressOf(HttpRequest request) => request.Path.ToString();

    // The holder of a ticket: the caller's name with the session cookie. A person signed in by the platform has no cookie and is identified
    // by name alone.
    private static string HolderOf(HttpRequest request) => Digest.Of($"{Caller.Of(request).Actor}\n{request.Cookies[Sessions.CookieName]}");

    private sealed record Sealed(FormTicket Ticket, string Address, string Holder);
}

/// <summary>The content of a form's hidden ticket.</summary>
/// <param name="Id">A random id for each form that is shown; a form that is sent twice has the same id.</param>
/// <param name="Version">The version of the case that the page showed; null when it showed none.</param>
public sealed record FormTicket(string Id, int? Version);

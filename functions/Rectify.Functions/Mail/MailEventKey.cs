using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Rectify.Office.Access;
using Rectify.Office.Settings;

namespace Rectify.Functions.Mail;

/// <summary>
/// The secret that Event Grid sends with delivery reports: <c>Mail:EventsKey</c>. While it is not set, no report is accepted.
/// </summary>
public sealed class MailEventKey
{
    /// <summary>The header with the secret, which is a delivery property of the event subscription.</summary>
    public const string Header = "x-mail-events-key";

    private const int ShortestLength = 16;

    private readonly byte[]? hash;

    private MailEventKey(byte[]? hash) => this.hash = hash;

    /// <exception cref="SettingException">The secret is so short that it could be guessed. The message does not repeat it.</exception>
    public static MailEventKey Read(IConfiguration configuration) => configuration["Mail:EventsKey"] switch
    {
        null or "" => new MailEventKey(null),
        { Length: < ShortestLength } => throw new SettingException($"The setting Mail:EventsKey has at least {ShortestLength} characters."),
        var key => new MailEventKey(KeyHash.Of(key)),
    };

    /// <summary>Whether the request has the secret in the header. Compared in constant time.</summary>
    public bool Opens(HttpRequest request)
    {
        return hash is not null && request.Headers[Header] is [{ Length: > 0 } shown]
            && CryptographicOperations.FixedTimeEquals(hash, KeyHash.Of(shown));
    }
}

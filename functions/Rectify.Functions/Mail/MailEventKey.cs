using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Rectify.Office.Access;
using Rectify.Office.Settings;

namespace Rectify.Functions.Mail;

/// <summary>
/// The secret that the platform shows with its delivery reports: <c>Mail:EventsKey</c>. While it is not set, nobody is let in.
/// </summary>
public sealed class MailEventKey
{
    /// <summary>The header that carries it: a delivery property of the event subscription.</summary>
    public const string Header = "x-mail-events-key";

    private const int ShortestLength = 16;

    private readonly byte[]? _hash;

    private MailEventKey(byte[]? hash) => _hash = hash;

    /// <exception cref="SettingException">It is so short that it could be guessed. The message does not repeat it.</exception>
    public static MailEventKey Read(IConfiguration configuration) => configuration["Mail:EventsKey"] switch
    {
        null or "" => new MailEventKey(null),
        { Length: < ShortestLength } => throw new SettingException($"The setting Mail:EventsKey has at least {ShortestLength} characters."),
        var key => new MailEventKey(KeyHash.Of(key)),
    };

    /// <summary>Whether the request shows it in the header. Compared in constant time.</summary>
    public bool Opens(HttpRequest request)
    {
        return _hash is not null && request.Headers[Header] is [{ Length: > 0 } shown]
            && CryptographicOperations.FixedTimeEquals(_hash, KeyHash.Of(shown));
    }
}

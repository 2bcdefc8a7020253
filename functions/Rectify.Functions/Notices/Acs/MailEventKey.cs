using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Rectify.Functions.Access;

namespace Rectify.Functions.Notices.Acs;

/// <summary>The secret that the platform shows with its delivery reports: <c>Mail:EventsKey</c>. While it is not set, nobody is let in.</summary>
internal sealed class MailEventKey
{
    /// <summary>The header that carries it: a delivery property of the event subscription.</summary>
    public const string Header = "x-mail-events-key";

    private const int ShortestLength = 16;

    private readonly byte[]? _hash;

    private MailEventKey(byte[]? hash) => _hash = hash;

    /// <exception cref="InvalidOperationException">It is so short that it could be guessed. The message does not repeat it.</exception>
    public static MailEventKey Read(IConfiguration configuration) => configuration["Mail:EventsKey"] switch
    {
        null or "" => new MailEventKey(null),
        { Length: < ShortestLength } => throw new InvalidOperationException($"The setting Mail:EventsKey has at least {ShortestLength} characters."),
        var key => new MailEventKey(KeyRing.HashOf(key)),
    };

    /// <summary>Whether the request shows it, in the header or as the query parameter <c>key</c>. Compared in constant time.</summary>
    public bool Opens(HttpRequest request)
    {
        var shown = request.Headers[Header] is [{ Length: > 0 } header] ? header : request.Query["key"] is [{ Length: > 0 } query] ? query : null;
        return _hash is not null && shown is not null && CryptographicOperations.FixedTimeEquals(_hash, KeyRing.HashOf(shown));
    }
}

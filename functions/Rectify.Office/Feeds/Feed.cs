using System.Security.Cryptography;
using System.Text;
using Rectify.Domain;
using Rectify.Domain.Identity;

namespace Rectify.Office.Feeds;

/// <summary>A calendar feed that somebody subscribed to. Whoever has its address may read it, until it is revoked.</summary>
/// <param name="FeedId">Id of the feed: the beginning of the token's digest, so that a token leads to its feed in one lookup.</param>
/// <param name="TokenHash">SHA-256 of the token, in hexadecimal. The token itself is shown once and never stored.</param>
/// <param name="UnitId">The unit whose dates it shows; null for those of every unit.</param>
/// <param name="Label">Whose calendar the feed is for, as entered by whoever made it.</param>
/// <param name="CreatedBy">Who made it, from the credential.</param>
/// <param name="CreatedAt">When, UTC.</param>
/// <param name="RevokedBy">Who revoked the feed; null while it is valid.</param>
/// <param name="RevokedAt">When, UTC.</param>
public sealed record Feed(
    string FeedId, string TokenHash, UnitId? UnitId, string Label, string CreatedBy, DateTimeOffset CreatedAt,
    string? RevokedBy = null, DateTimeOffset? RevokedAt = null)
{
    private const int TokenBytes = 24;
    private const int IdLength = 16;

    /// <summary>A new random token, which opens a feed.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>The feed that a token opens.</summary>
    public static Feed Of(string token, UnitId? unitId, string label, string actor, DateTimeOffset now)
    {
        var hash = Digest.Of(token);
        return new Feed(hash[..IdLength], hash, unitId, label, actor, now);
    }

    /// <summary>The id of the feed that a token would open.</summary>
    public static string IdOf(string token) => Digest.Of(token)[..IdLength];

    /// <summary>Whether the token opens this feed.</summary>
    public bool Opens(string token) => RevokedAt is null
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Digest.Of(token)), Encoding.ASCII.GetBytes(TokenHash));
}

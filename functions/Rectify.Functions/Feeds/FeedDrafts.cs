using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Rectify.Office.Access;
using Rectify.Office.Requests;

namespace Rectify.Functions.Feeds;

/// <summary>
/// Keeps the random token of a feed that is created with an idempotency key, so that a repeated request gets the same address.
/// </summary>
/// <remarks>The token is encrypted, so that the stored data alone give no access to the feed.</remarks>
public sealed class FeedDrafts(IAccessStore store, IDataProtectionProvider protection)
{
    private readonly IDataProtector seal = protection.CreateProtector("feed-draft");

    /// <summary>
    /// Keeps a draft under a key, or returns the one that was kept before; a problem (422) when that one was for another request body.
    /// </summary>
    /// <param name="key">The idempotency key, unique among all callers.</param>
    /// <param name="draft">The draft of this request.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<Outcome<FeedDraft>> KeepAsync(string key, FeedDraft draft, CancellationToken cancellation)
    {
        var row = new AccessRow(AccessRowKind.Feed, Convert.ToHexStringLower(KeyHash.Of(key)),
            seal.Protect(JsonSerializer.Serialize(draft)), null);
        var standing = JsonSerializer.Deserialize<FeedDraft>(seal.Unprotect((await store.AddAsync(row, cancellation)).Value))!;
        return standing.BodyHash == draft.BodyHash ? standing : IdempotencyKey.Reused;
    }
}

/// <summary>The values that the first request for a feed has fixed and that its repetitions reuse.</summary>
/// <param name="Token">The secret token in the feed's address.</param>
/// <param name="At">When the feed was first asked for, UTC.</param>
/// <param name="BodyHash">SHA-256 of the request body, lower-case hex.</param>
public sealed record FeedDraft(string Token, DateTimeOffset At, string BodyHash);

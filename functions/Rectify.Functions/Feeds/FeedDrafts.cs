using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Rectify.Office.Access;
using Rectify.Office.Requests;

namespace Rectify.Functions.Feeds;

/// <summary>What was drawn for a feed that is made under an idempotency key, so that a repetition gets the same address.</summary>
/// <remarks>It is sealed: the store alone opens no feed.</remarks>
public sealed class FeedDrafts(IAccessStore store, IDataProtectionProvider protection)
{
    private readonly IDataProtector seal = protection.CreateProtector("feed-draft");

    /// <summary>Keeps a draft under a key, or gives the one that was kept before; 422 when that one was made for another body.</summary>
    /// <param name="key">The caller's key, among all callers.</param>
    /// <param name="draft">What this request has drawn.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<Outcome<FeedDraft>> KeepAsync(string key, FeedDraft draft, CancellationToken cancellation)
    {
        var row = new AccessRow(AccessRowKind.Feed, Convert.ToHexStringLower(KeyHash.Of(key)),
            seal.Protect(JsonSerializer.Serialize(draft)), null);
        var standing = JsonSerializer.Deserialize<FeedDraft>(seal.Unprotect((await store.AddAsync(row, cancellation)).Value))!;
        return standing.BodyHash == draft.BodyHash ? standing : IdempotencyKey.Reused;
    }
}

/// <summary>What makes one feed differ from another that is asked for in the same words.</summary>
/// <param name="Token">What opens it.</param>
/// <param name="At">When it was asked for first, UTC.</param>
/// <param name="BodyHash">SHA-256 of the body, lower-case hex.</param>
public sealed record FeedDraft(string Token, DateTimeOffset At, string BodyHash);

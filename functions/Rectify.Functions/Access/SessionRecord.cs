using Rectify.Domain;
using Rectify.Office.Access;
using Rectify.Office.Accounts;

namespace Rectify.Functions.Access;

/// <summary>What the storage keeps of a session. It is stored, so names and members must not change.</summary>
/// <param name="Key">The fingerprint of the key with which it began; null for a session that began by a link.</param>
/// <param name="Holder">Who signed in by a link; null for a session that began with a key.</param>
/// <param name="BeganAt">When it began, UTC; null for one that an earlier version began.</param>
/// <param name="UsedAt">When it was last used, UTC, to five minutes; null for such a one.</param>
/// <param name="Place">Where it was last used: browser and network address; null for such a one.</param>
public sealed record SessionRecord(string? Key, SignInHolder? Holder, DateTimeOffset? BeganAt, DateTimeOffset? UsedAt, string? Place)
{
    /// <summary>The session in a row of the storage. An earlier version kept the fingerprint of the key alone.</summary>
    public static SessionRecord Of(AccessRow row) =>
        row.Value.StartsWith('{') ? DomainJson.Read<SessionRecord>(row.Value) : new SessionRecord(row.Value, null, null, null, null);
}

/// <summary>A session that lets somebody in.</summary>
/// <param name="Id">Names it; it opens nothing.</param>
/// <param name="Caller">Whose it is.</param>
/// <param name="Record">Since when and where it is used.</param>
/// <param name="EndsAt">When it ends by itself, UTC.</param>
/// <param name="IsThis">Whether the request that asks belongs to it.</param>
public sealed record LivingSession(string Id, Caller Caller, SessionRecord Record, DateTimeOffset EndsAt, bool IsThis);

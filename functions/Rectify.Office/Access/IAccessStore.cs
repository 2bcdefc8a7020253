namespace Rectify.Office.Access;

/// <summary>
/// Stores what every instance of an installation has to know about access: sessions, links to sign in, protection keys, and
/// feeds that were made.
/// </summary>
public interface IAccessStore
{
    /// <summary>Adds a row and returns it; returns the stored row when there is already one of this kind and key.</summary>
    Task<AccessRow> AddAsync(AccessRow row, CancellationToken cancellation);

    /// <summary>The row, even when it has expired; null when there is none.</summary>
    Task<AccessRow?> FindAsync(AccessRowKind kind, string key, CancellationToken cancellation);

    /// <summary>Every row of a kind, ordered by key.</summary>
    Task<IReadOnlyList<AccessRow>> ListAsync(AccessRowKind kind, CancellationToken cancellation);

    /// <summary>
    /// Puts a row in the place of one with the same kind and key, as the caller has read it. False when that one was removed or has another
    /// value by now; of several that replace it at once one succeeds.
    /// </summary>
    Task<bool> TryReplaceAsync(AccessRow seen, AccessRow row, CancellationToken cancellation);

    /// <summary>Removes a row. Nothing happens when it is gone already.</summary>
    Task RemoveAsync(AccessRowKind kind, string key, CancellationToken cancellation);

    /// <summary>Removes the rows of a kind that had expired before an instant.</summary>
    Task RemoveEndedAsync(AccessRowKind kind, DateTimeOffset before, CancellationToken cancellation);
}

/// <summary>A row of the access store.</summary>
/// <param name="Kind">The kind of the row.</param>
/// <param name="Key">Identifies the row among its kind; a digest where the identifier itself would give access.</param>
/// <param name="Value">The stored value.</param>
/// <param name="EndsAt">When the row expires, UTC; null for never.</param>
public sealed record AccessRow(AccessRowKind Kind, string Key, string Value, DateTimeOffset? EndsAt);

/// <summary>The kinds of rows in the access store.</summary>
public enum AccessRowKind
{
    /// <summary>A session of the board.</summary>
    Session,

    /// <summary>A key of the ring that seals forms.</summary>
    ProtectionKey,

    /// <summary>A feed that was made under an idempotency key.</summary>
    Feed,

    /// <summary>The last day on which a key of a system was used.</summary>
    KeyUse,

    /// <summary>A link to sign in, under the digest of its token.</summary>
    SignInLink,

    /// <summary>When links were lately sent to an address, under the digest of the address.</summary>
    SignInAddress,
}

namespace Rectify.Office.Access;

/// <summary>
/// Stores what every instance of an installation has to know about access: sessions, protection keys and feeds that were made.
/// </summary>
public interface IAccessStore
{
    /// <summary>Adds a row and returns it; returns the stored row when there is already one of this kind and key.</summary>
    Task<AccessRow> AddAsync(AccessRow row, CancellationToken cancellation);

    /// <summary>The row, even when it has expired; null when there is none.</summary>
    Task<AccessRow?> FindAsync(AccessRowKind kind, string key, CancellationToken cancellation);

    /// <summary>Every row of a kind, ordered by key.</summary>
    Task<IReadOnlyList<AccessRow>> ListAsync(AccessRowKind kind, CancellationToken cancellation);

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
}

namespace Rectify.Office.Access;

/// <summary>What every instance of an installation has to know about access: sessions, protection keys, the making of feeds.</summary>
public interface IAccessStore
{
    /// <summary>Adds a row; the one that stands under this kind and key when there is one already.</summary>
    Task<AccessRow> AddAsync(AccessRow row, CancellationToken cancellation);

    /// <summary>The row, also when its time is over; null when there is none.</summary>
    Task<AccessRow?> FindAsync(AccessRowKind kind, string key, CancellationToken cancellation);

    /// <summary>Every row of a kind, by their keys.</summary>
    Task<IReadOnlyList<AccessRow>> ListAsync(AccessRowKind kind, CancellationToken cancellation);

    /// <summary>Removes a row. Nothing happens when it is gone already.</summary>
    Task RemoveAsync(AccessRowKind kind, string key, CancellationToken cancellation);

    /// <summary>Removes the rows of a kind whose time was over before an instant.</summary>
    Task RemoveEndedAsync(AccessRowKind kind, DateTimeOffset before, CancellationToken cancellation);
}

/// <summary>One row.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Names it among its kind; a digest where the name itself opens something.</param>
/// <param name="Value">What is to be known.</param>
/// <param name="EndsAt">When its time is over, UTC; null for never.</param>
public sealed record AccessRow(AccessRowKind Kind, string Key, string Value, DateTimeOffset? EndsAt);

/// <summary>What a row of the store is.</summary>
public enum AccessRowKind
{
    /// <summary>A session of the board.</summary>
    Session,

    /// <summary>A key of the ring that seals forms.</summary>
    ProtectionKey,

    /// <summary>A feed that was made under an idempotency key.</summary>
    Feed,
}

namespace Rectify.Office.Feeds;

/// <summary>Stores the calendar feeds. Feeds are never deleted, so that it stays known who could read what and until when.</summary>
public interface IFeedStore
{
    /// <summary>Records a new feed.</summary>
    Task AddAsync(Feed feed, CancellationToken cancellation);

    /// <summary>The feed, also when it is revoked; null when there is none.</summary>
    Task<Feed?> FindAsync(string feedId, CancellationToken cancellation);

    /// <summary>Every feed, in the order in which they were made.</summary>
    Task<IReadOnlyList<Feed>> ListAsync(CancellationToken cancellation);

    /// <summary>Revokes a feed and returns it; the first revocation counts. Null when there is no such feed.</summary>
    Task<Feed?> RevokeAsync(string feedId, string actor, DateTimeOffset at, CancellationToken cancellation);
}

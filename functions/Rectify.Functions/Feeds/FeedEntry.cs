namespace Rectify.Functions.Feeds;

/// <summary>A day in a calendar feed.</summary>
/// <param name="Uid">Names the day for ever, also when it moves or falls away.</param>
/// <param name="Sequence">How often it has changed: a calendar takes the higher (RFC 5545, 3.8.7.4).</param>
/// <param name="ChangedAt">When it changed last, UTC.</param>
/// <param name="Day">The day; of one that fell away the last it had.</param>
/// <param name="Standing">Whether it counts.</param>
/// <param name="Summary">Title in the reader's language.</param>
/// <param name="Address">The page of the case.</param>
internal sealed record FeedEntry(string Uid, int Sequence, DateTimeOffset ChangedAt, DateOnly Day, Standing Standing, string Summary,
    Uri Address);

/// <summary>Whether a day counts.</summary>
internal enum Standing
{
    /// <summary>It counts.</summary>
    Confirmed,

    /// <summary>It may move: its year is provisional (D9), or the clock stands still.</summary>
    Tentative,

    /// <summary>It fell away.</summary>
    Cancelled,
}

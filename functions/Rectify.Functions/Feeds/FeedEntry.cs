namespace Rectify.Functions.Feeds;

/// <summary>A day in a calendar feed.</summary>
/// <param name="Uid">The permanent id of the day, also when it moves or is cancelled.</param>
/// <param name="Sequence">
/// How often the day has changed. Calendar programs take the entry with the higher number (RFC 5545, 3.8.7.4).
/// </param>
/// <param name="ChangedAt">When the day last changed, UTC.</param>
/// <param name="Day">The day; for a cancelled one the last that it had.</param>
/// <param name="Standing">Whether the day is certain, may move, or is cancelled.</param>
/// <param name="Summary">Title in the reader's language.</param>
/// <param name="Address">The page of the case.</param>
internal sealed record FeedEntry(string Uid, int Sequence, DateTimeOffset ChangedAt, DateOnly Day, Standing Standing, string Summary,
    Uri Address);

/// <summary>Whether a day is certain, may move, or is cancelled.</summary>
internal enum Standing
{
    /// <summary>The day is certain.</summary>
    Confirmed,

    /// <summary>The day may move: its year is provisional (D9), or the case is suspended.</summary>
    Tentative,

    /// <summary>The day no longer applies.</summary>
    Cancelled,
}

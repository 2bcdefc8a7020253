namespace Rectify.Office.Rulebooks;

/// <summary>
/// Stores what the office did with rulebooks: one list of entries that only grows. The editions that come with the program have no entry.
/// </summary>
public interface IRulebookStore
{
    /// <summary>The revision of the last entry; 0 before the first. Cheap: it is asked at the start of every request.</summary>
    Task<int> RevisionAsync(CancellationToken cancellation);

    /// <summary>Every entry, oldest first.</summary>
    Task<IReadOnlyList<RulebookEntry>> EntriesAsync(CancellationToken cancellation);

    /// <summary>Records the entry; false when its revision is not the next one, since another entry was recorded meanwhile.</summary>
    Task<bool> TryAddAsync(RulebookEntry entry, CancellationToken cancellation);
}

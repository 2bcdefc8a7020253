namespace Rectify.Office.Journals;

/// <summary>
/// Stores journals: what the office did beside the cases, in one order for all its instances. An entry is never changed or lost.
/// </summary>
public interface IJournalStore
{
    /// <summary>The most entries that one call may append.</summary>
    const int MostAtOnce = 20;

    /// <summary>
    /// Appends entries at the places that follow a place, without a gap. False when another writer has appended after that place; nothing
    /// is recorded then.
    /// </summary>
    /// <param name="journal">The journal.</param>
    /// <param name="after">The place of its last entry as the writer has read it; 0 for an empty journal.</param>
    /// <param name="entries">1 to <see cref="MostAtOnce"/> entries.</param>
    /// <param name="cancellation">Stops the waiting; what is recorded stays recorded.</param>
    Task<bool> TryAppendAsync(Journal journal, long after, IReadOnlyList<JournalText> entries, CancellationToken cancellation);

    /// <summary>The entries after a place, in order.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="after">The place; 0 for the beginning.</param>
    /// <param name="top">How many at most.</param>
    /// <param name="cancellation">Stops.</param>
    Task<IReadOnlyList<JournalEntry>> ReadAsync(Journal journal, long after, int top, CancellationToken cancellation);
}

/// <summary>The journals. Their names are stored.</summary>
public enum Journal
{
    /// <summary>Consultations that wait for an officer, and what became of them.</summary>
    ConsultationRequests,

    /// <summary>Replies to consultations that no longer hold.</summary>
    OvertakenReplies,

    /// <summary>Whom each case bars, whenever that changed.</summary>
    Bars,
}

/// <summary>An entry to be appended.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Text">JSON.</param>
public sealed record JournalText(string Key, string Text);

/// <summary>An entry of a journal.</summary>
/// <param name="Place">Its place, from 1, without gaps.</param>
/// <param name="Key">What it is about.</param>
/// <param name="Text">JSON.</param>
public sealed record JournalEntry(long Place, string Key, string Text);

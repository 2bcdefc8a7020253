using Rectify.Domain.Cases;

namespace Rectify.Office.Ledger;

/// <summary>The entries of a case, and how far the storage knows it to have come.</summary>
/// <param name="Entries">What is there, in sequence; empty when nothing is.</param>
/// <param name="Reached">
/// Sequence of the last entry that was recorded, by a row beside them; 0 when no such row is known. More than there are means that entries
/// are gone.
/// </param>
public sealed record CaseStream(IReadOnlyList<StoredEvent> Entries, int Reached);

using Rectify.Domain.Cases;

namespace Rectify.Office.Ledger;

/// <summary>The entries of a case, and how many the storage knows to have been recorded.</summary>
/// <param name="Entries">The entries that are there, in sequence; empty when there are none.</param>
/// <param name="Reached">
/// Sequence of the last entry that was recorded, from a row beside the entries; 0 when there is no such row. When it is higher than the
/// number of entries, entries are missing.
/// </param>
public sealed record CaseStream(IReadOnlyList<StoredEvent> Entries, int Reached);

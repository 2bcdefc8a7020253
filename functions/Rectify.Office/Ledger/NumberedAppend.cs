namespace Rectify.Office.Ledger;

/// <summary>
/// A write that draws its document number: the next of the series, given to nobody else, and to nobody at all when nothing is recorded.
/// </summary>
/// <param name="Series">Organ and year.</param>
/// <param name="Under">
/// Makes the write under a number. It is called while the storage holds the number back, once for each that it draws, so that it waits for
/// nothing;
/// what it made last is what was recorded. Case, expected version and receipt key are the same under every number.
/// </param>
public sealed record NumberedAppend(DocumentSeries Series, Func<DocumentNumber, LedgerAppend> Under);

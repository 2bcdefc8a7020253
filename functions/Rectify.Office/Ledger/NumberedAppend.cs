namespace Rectify.Office.Ledger;

/// <summary>
/// A write that draws its document number: the next number of the series, which no other write gets and which is not used up when nothing
/// is recorded.
/// </summary>
/// <param name="Series">Organ and year.</param>
/// <param name="Under">
/// Builds the write with a given number. It is called once for each number that is drawn, while the storage holds the number back, so it
/// must not wait for anything; the write built last is the one that is recorded. Case, expected version and receipt key have to be the same
/// for every number.
/// </param>
public sealed record NumberedAppend(DocumentSeries Series, Func<DocumentNumber, LedgerAppend> Under);

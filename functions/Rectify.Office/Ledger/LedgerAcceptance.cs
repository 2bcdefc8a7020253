namespace Rectify.Office.Ledger;

/// <summary>A person's statement that the ledger goes on without entries that it had.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Note">Why, and what is known about what is missing.</param>
/// <param name="Expected">How far the ledger had come.</param>
/// <param name="Found">What was there.</param>
public sealed record LedgerAcceptance(DateTimeOffset At, string By, string Note, LedgerHead Expected, LedgerHead Found);

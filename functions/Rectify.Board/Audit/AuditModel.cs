namespace Rectify.Board.Audit;

/// <summary>Whether the ledger is whole.</summary>
/// <param name="CaseId">The case that was asked about; null for all.</param>
/// <param name="Found">What was found; null before a check.</param>
/// <param name="MayExport">Whether the reader may take the whole ledger along.</param>
public sealed record AuditModel(string? CaseId, AuditFinding? Found, bool MayExport);

/// <summary>What a check found.</summary>
/// <param name="Cases">Cases looked at.</param>
/// <param name="Entries">Entries looked at.</param>
/// <param name="Breaks">The first break of each case that has one.</param>
/// <param name="AsOf">When, UTC.</param>
public sealed record AuditFinding(int Cases, int Entries, IReadOnlyList<BrokenCase> Breaks, DateTimeOffset AsOf);

/// <summary>A case whose chain is broken, and the first entry that does not fit.</summary>
public sealed record BrokenCase(string CaseId, int Sequence);

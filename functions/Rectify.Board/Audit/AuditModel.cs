using Rectify.Board.Health;
using Rectify.Domain.Messages;

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
public sealed record AuditFinding(int Cases, int Entries, IReadOnlyList<BrokenCase> Breaks, DateTimeOffset AsOf)
{
    /// <summary>Cases of which an index does not say what the entries say.</summary>
    public IReadOnlyList<string> Differing { get; init; } = [];

    /// <summary>Cases that this version cannot read.</summary>
    public IReadOnlyList<UnreadableCaseLine> Unreadable { get; init; } = [];

    /// <summary>What the ledger as a whole lacks; null when nothing.</summary>
    public Bilingual? Gap { get; init; }

    /// <summary>Of how many cases index rows were made again.</summary>
    public int Mended { get; init; }

    /// <summary>Where a person has accepted that entries are missing.</summary>
    public IReadOnlyList<AcceptedGap> Accepted { get; init; } = [];

    /// <summary>Whether nothing is broken, missing or different.</summary>
    public bool IsWhole => Breaks.Count == 0 && Differing.Count == 0 && Gap is null;
}

/// <summary>A person's word that the ledger goes on without entries that it had.</summary>
public sealed record AcceptedGap(DateTimeOffset At, string By, string Note, long Entries);

/// <summary>A case whose chain is broken, and the first entry that does not fit.</summary>
public sealed record BrokenCase(string CaseId, int Sequence);

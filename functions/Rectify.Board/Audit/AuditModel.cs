using Rectify.Board.Health;
using Rectify.Domain.Messages;

namespace Rectify.Board.Audit;

/// <summary>The page that checks whether the ledger is complete and unchanged.</summary>
/// <param name="CaseId">The case that was asked about; null for all.</param>
/// <param name="Found">What the check found; null before a check.</param>
/// <param name="MayExport">Whether the reader may export the whole ledger.</param>
public sealed record AuditModel(string? CaseId, AuditFinding? Found, bool MayExport);

/// <summary>What a check found.</summary>
/// <param name="Cases">How many cases were checked.</param>
/// <param name="Entries">How many entries were checked.</param>
/// <param name="Breaks">Each case whose hash chain is broken, with its first break.</param>
/// <param name="AsOf">When the check was made, UTC.</param>
public sealed record AuditFinding(int Cases, int Entries, IReadOnlyList<BrokenCase> Breaks, DateTimeOffset AsOf)
{
    /// <summary>Ids of cases whose index rows differ from their entries.</summary>
    public IReadOnlyList<string> Differing { get; init; } = [];

    /// <summary>Cases that this version cannot read.</summary>
    public IReadOnlyList<UnreadableCaseLine> Unreadable { get; init; } = [];

    /// <summary>What is missing from the ledger as a whole; null when nothing is.</summary>
    public Bilingual? Gap { get; init; }

    /// <summary>The first entry about accounts that does not fit the one before it; null when all fit.</summary>
    public int? AccountBreak { get; init; }

    /// <summary>The number of cases whose index rows were rebuilt.</summary>
    public int Mended { get; init; }

    /// <summary>The occasions on which a person has accepted that entries are missing.</summary>
    public IReadOnlyList<AcceptedGap> Accepted { get; init; } = [];

    /// <summary>Whether nothing is broken, missing or different.</summary>
    public bool IsWhole => Breaks.Count == 0 && Differing.Count == 0 && Gap is null && AccountBreak is null;
}

/// <summary>A person's acceptance that entries are missing from the ledger.</summary>
public sealed record AcceptedGap(DateTimeOffset At, string By, string Note, long Entries);

/// <summary>A case whose chain is broken, and the first entry that does not fit.</summary>
public sealed record BrokenCase(string CaseId, int Sequence);

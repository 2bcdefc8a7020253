using Rectify.Domain.Identity;
using Rectify.Office.Accounts;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;

namespace Rectify.Office.Audit;

/// <summary>What an audit found.</summary>
/// <param name="Cases">Number of cases checked.</param>
/// <param name="Events">Number of entries checked.</param>
/// <param name="Whole">Whether nothing is broken, missing or different.</param>
/// <param name="Breaks">The first break of each case that has one.</param>
/// <param name="Differences">Index rows that do not say what the entries say.</param>
/// <param name="Unreadable">Cases whose chain is whole and whose entries this version cannot read.</param>
/// <param name="Missing">What the ledger as a whole lacks, in a sentence; null when nothing.</param>
/// <param name="Mended">Number of cases whose index rows were rebuilt, since the beginning.</param>
/// <param name="Accepted">The acceptances: statements of persons that the ledger goes on without entries that it had.</param>
/// <param name="AsOf">Instant of the audit, UTC.</param>
public sealed record AuditReport(
    int Cases, int Events, bool Whole, IReadOnlyList<ChainBreak> Breaks, IReadOnlyList<IndexDifference> Differences,
    IReadOnlyList<UnreadableView> Unreadable, string? Missing, int Mended, IReadOnlyList<LedgerAcceptance> Accepted, DateTimeOffset AsOf)
{
    /// <summary>The entries about accounts; null when one case alone was checked.</summary>
    public AccountAudit? Accounts { get; init; }
}

/// <summary>What an audit found about the entries about accounts.</summary>
/// <param name="Entries">Number of entries checked.</param>
/// <param name="FirstBreak">Revision of the first entry that does not fit the one before it; null when the chain is whole.</param>
public sealed record AccountAudit(int Entries, int? FirstBreak)
{
    public static AccountAudit Of(IReadOnlyList<AccountEntry> entries) => new(entries.Count, AccountEntry.FirstBreak(entries));
}

/// <summary>Where a case is broken.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Sequence">The first entry that does not fit the one before it, or that is missing.</param>
public sealed record ChainBreak(CaseId CaseId, int Sequence);

/// <summary>A part of the index that differs from what follows from the entries.</summary>
public sealed record IndexDifference(CaseId CaseId, IndexPart Part)
{
    /// <summary>
    /// The parts in which the found rows differ from the expected ones. A row without a summary was written by an earlier version and
    /// counts as complete.
    /// </summary>
    public static IReadOnlyList<IndexPart> Between(CaseIndexRows found, CaseIndexRows expected)
    {
        List<IndexPart> parts = [];
        if (found.Entry is not { } entry || !IsSame(entry, expected.Entry!)) parts.Add(IndexPart.Entry);
        if (found.Entry?.Summary is { } summary && Completed(summary, expected.Entry!.Summary) != expected.Entry!.Summary)
            parts.Add(IndexPart.Summary);
        if (!expected.Subjects.IsSubsetOf(found.Subjects)) parts.Add(IndexPart.Subjects);
        if (!expected.Numbers.IsSubsetOf(found.Numbers)) parts.Add(IndexPart.Numbers);
        if (found.Entry?.Summary is not null && !expected.Barred.SetEquals(found.Barred)) parts.Add(IndexPart.Barred);
        return parts;
    }

    // What an earlier version did not keep counts as complete.
    private static CaseSummary Completed(CaseSummary found, CaseSummary? expected) => found with
    {
        Awaited = found.Awaited ?? expected?.Awaited,
        ChangedAt = found.ChangedAt ?? expected?.ChangedAt,
    };

    // A new calendar can move the instant of the next step without an entry, so only whether there is a next step is compared.
    private static bool IsSame(CaseEntry found, CaseEntry expected) =>
        (found.UnitId, found.Version, found.Status, found.DueOn) == (expected.UnitId, expected.Version, expected.Status, expected.DueOn)
        && (found.NextDueAt is null) == (expected.NextDueAt is null);
}

/// <summary>A part of the index.</summary>
public enum IndexPart
{
    /// <summary>The case's own row.</summary>
    Entry,

    /// <summary>The summary that lists show.</summary>
    Summary,

    /// <summary>The subjects whom the case concerns.</summary>
    Subjects,

    /// <summary>Its document numbers.</summary>
    Numbers,

    /// <summary>The subjects whom the case bars.</summary>
    Barred,
}

using Rectify.Domain.Identity;

namespace Rectify.Office.Ledger;

/// <summary>
/// Gives access to the indexes of a ledger, together with the entries from which they follow, to compare and to rebuild them.
/// </summary>
public interface ILedgerIndex
{
    /// <summary>Every case that an entry or any index row names, in the order of recording.</summary>
    /// <param name="only">One case alone; null for all.</param>
    /// <param name="cancellation">Stops.</param>
    IAsyncEnumerable<IndexedCase> ReadAsync(CaseId? only, CancellationToken cancellation);

    /// <summary>Rebuilds the index rows of a case. False when the case has got new entries meanwhile; then nothing was changed.</summary>
    Task<bool> MendAsync(CaseId caseId, CaseIndexRows rows, CancellationToken cancellation);

    /// <summary>Whether entries are missing, how many cases had index rows rebuilt, and which gaps persons have accepted.</summary>
    Task<LedgerAccount> AccountAsync(CancellationToken cancellation);
}

/// <summary>A case with its index rows.</summary>
public sealed record IndexedCase(CaseId CaseId, CaseStream Stream, CaseIndexRows Rows);

/// <summary>The index rows of a case.</summary>
/// <param name="Entry">Its own row; null when there is none.</param>
/// <param name="Subjects">Whom it concerns.</param>
/// <param name="Numbers">Its document numbers, each by the key that is the same for every spelling.</param>
/// <param name="Barred">Whom it bars.</param>
public sealed record CaseIndexRows(CaseEntry? Entry, IReadOnlySet<string> Subjects, IReadOnlySet<string> Numbers,
    IReadOnlySet<SubjectBar> Barred);

/// <summary>What is known of a ledger as a whole.</summary>
/// <param name="Missing">What is missing, in a sentence; null when nothing is.</param>
/// <param name="Mended">How many cases have had index rows rebuilt, since the beginning.</param>
/// <param name="Acceptances">The acceptances of missing entries.</param>
public sealed record LedgerAccount(string? Missing, int Mended, IReadOnlyList<LedgerAcceptance> Acceptances);

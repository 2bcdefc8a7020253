using Rectify.Domain.Cases;
using Rectify.Domain.Identity;

namespace Rectify.Functions.Ledger;

/// <summary>台账: the case register. Append-only streams of events, one per case, and the indexes that find them.</summary>
public interface ILedger
{
    /// <summary>Every event of the case in sequence; empty when there is no such case.</summary>
    Task<IReadOnlyList<StoredEvent>> LoadAsync(CaseId caseId, CancellationToken cancellation);

    /// <summary>Records events, notices, index entry, document number and receipt: all of it or nothing.</summary>
    Task<AppendOutcome> AppendAsync(LedgerAppend append, CancellationToken cancellation);

    /// <summary>Index entries that may match, in the order in which the cases were opened.</summary>
    /// <remarks>The index knows a case as of its last event; the caller settles it and looks again.</remarks>
    Task<Slice<CaseEntry>> ListAsync(CaseFilter filter, int top, string? continuation, CancellationToken cancellation);

    /// <summary>Every case that names the subject, as its unit or as a leader, in the order of opening.</summary>
    Task<IReadOnlyList<CaseId>> CasesOfAsync(Subject subject, CancellationToken cancellation);

    /// <summary>The same for many subjects at once. Every subject asked for is a key.</summary>
    /// <remarks>A store that can answer in one question does; the others ask one by one.</remarks>
    async Task<IReadOnlyDictionary<Subject, IReadOnlyList<CaseId>>> CasesOfAsync(
        IReadOnlyCollection<Subject> subjects, CancellationToken cancellation)
    {
        var cases = new Dictionary<Subject, IReadOnlyList<CaseId>>();
        foreach (var subject in subjects) cases[subject] = await CasesOfAsync(subject, cancellation);
        return cases;
    }

    /// <summary>The highest number that was given out in a series (organ and year); 0 when none was.</summary>
    Task<int> HighestNumberAsync(DocumentSeries series, CancellationToken cancellation);

    /// <summary>The answer that was given to an earlier request with this key; null when there was none.</summary>
    Task<Receipt?> FindReceiptAsync(string key, CancellationToken cancellation);
}

using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Requests;

namespace Rectify.Office.Ledger;

/// <summary>台账: the case register. Append-only streams of events, one per case, and the indexes that find them.</summary>
public interface ILedger
{
    /// <summary>Every event of the case in sequence; empty when there is no such case.</summary>
    Task<IReadOnlyList<StoredEvent>> LoadAsync(CaseId caseId, CancellationToken cancellation);

    /// <summary>The events of many cases at once. Every case asked for is a key.</summary>
    /// <remarks>A storage that can load many cases in one query overrides this; the default loads one after the other.</remarks>
    async Task<IReadOnlyDictionary<CaseId, IReadOnlyList<StoredEvent>>> LoadAsync(IReadOnlyCollection<CaseId> caseIds,
        CancellationToken cancellation)
    {
        var streams = new Dictionary<CaseId, IReadOnlyList<StoredEvent>>();
        foreach (var caseId in caseIds) streams[caseId] = await LoadAsync(caseId, cancellation);
        return streams;
    }

    /// <summary>
    /// The same, with how many events the storage knows to have been recorded, so that events lost at the end are noticed.
    /// </summary>
    async Task<CaseStream> ReadAsync(CaseId caseId, CancellationToken cancellation) => new(await LoadAsync(caseId, cancellation), 0);

    /// <summary>The streams of many cases at once. Every case asked for is a key.</summary>
    async Task<IReadOnlyDictionary<CaseId, CaseStream>> ReadAsync(IReadOnlyCollection<CaseId> caseIds, CancellationToken cancellation)
    {
        var streams = new Dictionary<CaseId, CaseStream>();
        foreach (var caseId in caseIds) streams[caseId] = await ReadAsync(caseId, cancellation);
        return streams;
    }

    /// <summary>Records events, notices, index entry, document number and receipt: all of it or nothing.</summary>
    Task<AppendOutcome> AppendAsync(LedgerAppend append, CancellationToken cancellation);

    /// <summary>The same for a write that gets the next number of a series. Never <see cref="AppendOutcome.NumberTaken"/>.</summary>
    Task<AppendOutcome> AppendAsync(NumberedAppend append, CancellationToken cancellation);

    /// <summary>Index entries that may match, in the order of the filter.</summary>
    /// <remarks>The index shows a case as of its last event: the caller brings the case up to date and checks it again.</remarks>
    Task<Slice<CaseEntry>> ListAsync(CaseFilter filter, int top, string? continuation, CancellationToken cancellation);

    /// <summary>
    /// How many cases were in each state as of their last event, without cases whose next step has fallen due by <paramref name="now"/>; a
    /// state without cases is left out.
    /// </summary>
    /// <remarks>The caller lists cases with a due step by <see cref="StepFilter.Due"/> and adds them as they are now.</remarks>
    Task<IReadOnlyDictionary<CaseStatus, int>> CountAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>The subjects whom cases bar on a day, as of the last events of the cases: ordered by last barred day, then by id.</summary>
    /// <param name="day">The day.</param>
    /// <param name="kind">Units or persons; null for both.</param>
    /// <param name="skip">How many subjects are on the pages before.</param>
    /// <param name="top">How many the page has at most.</param>
    /// <param name="cancellation">Stops.</param>
    /// <remarks>
    /// Cases without a summary and what has fallen due since are not considered: the caller lists and reads those cases itself.
    /// </remarks>
    Task<BarredPage> BarredAsync(DateOnly day, SubjectKind? kind, int skip, int top, CancellationToken cancellation);

    /// <summary>Every case that names the subject, as its unit or as a leader, in the order of opening.</summary>
    Task<IReadOnlyList<CaseId>> CasesOfAsync(Subject subject, CancellationToken cancellation);

    /// <summary>The same for many subjects at once. Every subject asked for is a key.</summary>
    /// <remarks>A storage that can answer in one query overrides this; the default asks for one after the other.</remarks>
    async Task<IReadOnlyDictionary<Subject, IReadOnlyList<CaseId>>> CasesOfAsync(
        IReadOnlyCollection<Subject> subjects, CancellationToken cancellation)
    {
        var cases = new Dictionary<Subject, IReadOnlyList<CaseId>>();
        foreach (var subject in subjects) cases[subject] = await CasesOfAsync(subject, cancellation);
        return cases;
    }

    /// <summary>The case that has a document number, in whatever spelling; null when no case has it.</summary>
    Task<CaseId?> CaseOfNumberAsync(DocumentNumber number, CancellationToken cancellation);

    /// <summary>The highest number that was given out in a series (organ and year); 0 when none was.</summary>
    Task<int> HighestNumberAsync(DocumentSeries series, CancellationToken cancellation);

    /// <summary>How far every case has come, in no particular order.</summary>
    /// <remarks>
    /// On one SQLite file this is one moment. A storage that reads several partitions may give one case as it was and another as it became
    /// while they were read; each is a state that the case was in.
    /// </remarks>
    Task<IReadOnlyList<CaseTip>> TipsAsync(CancellationToken cancellation);

    /// <summary>The answer that was given to an earlier request with this key; null when there was none.</summary>
    Task<Receipt?> FindReceiptAsync(string key, CancellationToken cancellation);
}

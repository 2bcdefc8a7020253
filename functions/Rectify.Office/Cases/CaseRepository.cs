using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Calendar;
using Rectify.Office.Ledger;

namespace Rectify.Office.Cases;

/// <summary>Reads cases as they are now: what the ledger holds, and what follows from it by this instant.</summary>
public sealed class CaseRepository(ILedger ledger, CaseReader reader, LedgerClock ledgerClock, CurrentCalendar calendar, TimeProvider clock)
{
    /// <summary>The case as it is now; null when there is none.</summary>
    /// <exception cref="UnreadableCaseException">
    /// The case cannot be read. Callers that work on several cases use <see cref="ReadAsync"/>.
    /// </exception>
    public async Task<CaseRecord?> FindAsync(CaseId caseId, CancellationToken cancellation) =>
        CaseReading.Required(await ReadAsync(caseId, cancellation));

    /// <summary>
    /// The case as it is now, or why it cannot be read, for callers that must go on with other cases; null when there is none.
    /// </summary>
    public async Task<CaseReading?> ReadAsync(CaseId caseId, CancellationToken cancellation) =>
        await reader.ReadAsync(await StreamAsync(caseId, cancellation), ContextFor(caseId), cancellation);

    /// <summary>
    /// The entries of a case. Their last instant is noted in <see cref="LedgerClock"/>, which reports a clock that runs behind the ledger.
    /// </summary>
    internal async Task<CaseStream> StreamAsync(CaseId caseId, CancellationToken cancellation) =>
        ledgerClock.Seen(await ledger.ReadAsync(caseId, cancellation));

    /// <summary>The context for deciding now about a case without entries.</summary>
    public DecisionContext ContextFor(CaseId caseId) => new(caseId, clock.GetUtcNow(), calendar.Value);

    /// <summary>The context for deciding now about a case as it was read.</summary>
    public DecisionContext ContextFor(CaseRecord record) =>
        ContextFor(record.CaseId).After(record.Stream) with { InOffice = record.InOffice };
}

using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Calendar;
using Rectify.Office.Ledger;

namespace Rectify.Office.Cases;

/// <summary>Reads cases as they are now: what the ledger holds, and what follows from it by this instant.</summary>
public sealed class CaseRepository(ILedger ledger, CaseReader reader, LedgerClock ledgerClock, CurrentCalendar calendar, TimeProvider clock)
{
    /// <summary>The case as it is now; null when there is none.</summary>
    /// <exception cref="UnreadableCaseException">It cannot be read. Whoever looks at several asks <see cref="ReadAsync"/>.</exception>
    public async Task<CaseRecord?> FindAsync(CaseId caseId, CancellationToken cancellation) =>
        CaseReading.Required(await ReadAsync(caseId, cancellation));

    /// <summary>The same as a value, where a case that cannot be read must not stop the others.</summary>
    public async Task<CaseReading?> ReadAsync(CaseId caseId, CancellationToken cancellation) =>
        await reader.ReadAsync(await StreamAsync(caseId, cancellation), ContextFor(caseId), cancellation);

    /// <summary>The entries of a case; an instant in them that lies ahead of the clock is noted.</summary>
    internal async Task<CaseStream> StreamAsync(CaseId caseId, CancellationToken cancellation) =>
        ledgerClock.Seen(await ledger.ReadAsync(caseId, cancellation));

    /// <summary>In which a command on a case without entries is decided now.</summary>
    public DecisionContext ContextFor(CaseId caseId) => new(caseId, clock.GetUtcNow(), calendar.Value);

    /// <summary>In which a command on a case as it was read is decided now.</summary>
    public DecisionContext ContextFor(CaseRecord record) =>
        ContextFor(record.CaseId).After(record.Stream) with { InOffice = record.InOffice };
}

using Microsoft.Extensions.Logging;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Accounts;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;

namespace Rectify.Office.Audit;

/// <summary>Checks whether entries of the ledger were changed, swapped or lost, and whether every index agrees with the entries.</summary>
/// <remarks>
/// The hashes reveal changes within a case. When the last entries of a case or a whole case are gone, the remaining index rows and the head
/// of the ledger reveal it (docs/decisions/0030-the-head-of-the-ledger.md).
/// </remarks>
public sealed class LedgerAudit(
    ILedgerIndex index, CaseRepository caseRepository, IndexDerivation derivation, IAccountStore accountStore, TimeProvider clock,
    ILogger<LedgerAudit> logger)
{
    /// <summary>Audits one case; null when neither index nor ledger knows it.</summary>
    public async Task<AuditReport?> OfAsync(CaseId caseId, CancellationToken cancellation) =>
        await ReportAsync(caseId, cancellation) is { Cases: > 0 } report ? report : null;

    /// <summary>Audits every case.</summary>
    public Task<AuditReport> OfAllAsync(CancellationToken cancellation) => ReportAsync(null, cancellation);

    /// <summary>Rebuilds index rows that do not agree with the entries; returns the number of cases whose rows were rebuilt.</summary>
    public async Task<int> MendAsync(CancellationToken cancellation)
    {
        var mended = 0;
        await foreach (var one in index.ReadAsync(null, cancellation))
        {
            if (CaseReading.Of(one.Stream, caseRepository.ContextFor(one.CaseId)) is not CaseReading.Readable(var record)) continue;

            var expected = derivation.RowsOf(record);
            var parts = IndexDifference.Between(one.Rows, expected);
            if (parts.Count == 0 || !await index.MendAsync(one.CaseId, expected, cancellation)) continue;

            logger.LogWarning("The index rows of the case {CaseId} ({Parts}) did not say what its entries say, and were made again",
                one.CaseId, string.Join(", ", parts));
            mended++;
        }

        return mended;
    }

    private async Task<AuditReport> ReportAsync(CaseId? only, CancellationToken cancellation)
    {
        var asOf = clock.GetUtcNow();
        var (cases, events, breaks, differences, unreadable) =
            (0, 0, new List<ChainBreak>(), new List<IndexDifference>(), new List<UnreadableView>());
        await foreach (var one in index.ReadAsync(only, cancellation))
        {
            cases++;
            events += one.Stream.Entries.Count;
            var (reading, broken) = (CaseReading.Of(one.Stream, caseRepository.ContextFor(one.CaseId)), BreakOf(one.Stream));
            if (broken is { } sequence) breaks.Add(new ChainBreak(one.CaseId, sequence));
            else if (reading is CaseReading.Unreadable(var what)) unreadable.Add(UnreadableView.Of(what));
            else if (reading is CaseReading.Readable(var record))
                differences.AddRange(
                    IndexDifference.Between(one.Rows, derivation.RowsOf(record)).Select(part => new IndexDifference(one.CaseId, part)));
        }

        var account = await index.AccountAsync(cancellation);
        var accounts = only is null ? AccountAudit.Of(await accountStore.EntriesAsync(cancellation)) : null;
        return new AuditReport(
            cases, events, breaks.Count == 0 && differences.Count == 0 && (only is not null || account.Missing is null)
                && accounts?.FirstBreak is null, breaks,
            differences, unreadable, account.Missing,
            account.Mended, account.Acceptances, asOf)
        { Accounts = accounts };
    }

    private static int? BreakOf(CaseStream stream) => EventChain.FirstBreak(stream.Entries)
        ?? (stream.Entries.Count < stream.Reached || stream.Entries.Count == 0 ? stream.Entries.Count + 1 : null);
}

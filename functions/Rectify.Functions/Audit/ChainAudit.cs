using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Functions.Ledger;

namespace Rectify.Functions.Audit;

/// <summary>Looks whether an entry of the ledger was changed, swapped or lost.</summary>
/// <remarks>
/// The hashes find what was done within a case. That its last entries are gone they cannot find; the index, which knows how far
/// every case had come, does.
/// </remarks>
internal sealed class ChainAudit(ILedger ledger, TimeProvider clock)
{
    private const int PageSize = 200;

    /// <summary>One case; null when neither index nor ledger knows it.</summary>
    public async Task<AuditReport?> OfAsync(CaseId caseId, CancellationToken cancellation)
    {
        var asOf = clock.GetUtcNow();
        await foreach (var entry in EntriesAsync(asOf, cancellation))
        {
            if (entry.CaseId == caseId) return Report([await CheckAsync(entry, cancellation)], asOf);
        }

        return null;
    }

    /// <summary>Every case.</summary>
    public async Task<AuditReport> OfAllAsync(CancellationToken cancellation)
    {
        var (asOf, checks) = (clock.GetUtcNow(), new List<Checked>());
        await foreach (var entry in EntriesAsync(asOf, cancellation)) checks.Add(await CheckAsync(entry, cancellation));
        return Report(checks, asOf);
    }

    /// <summary>The index, part by part.</summary>
    public async IAsyncEnumerable<CaseEntry> EntriesAsync(
        DateTimeOffset now, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var slice = await ledger.ListAsync(new CaseFilter(null, null, null, now), PageSize, continuation, cancellation);
            foreach (var entry in slice.Items) yield return entry;
            continuation = slice.Continuation;
        } while (continuation is not null);
    }

    private async Task<Checked> CheckAsync(CaseEntry entry, CancellationToken cancellation)
    {
        var stream = await ledger.LoadAsync(entry.CaseId, cancellation);
        // An entry that was recorded since the index was read is none too many.
        var broken = EventChain.FirstBreak(stream) ?? (stream.Count < entry.Version ? stream.Count + 1 : null);
        return new Checked(entry.CaseId, stream.Count, broken);
    }

    private static AuditReport Report(IReadOnlyList<Checked> checks, DateTimeOffset asOf) => new(
        checks.Count, checks.Sum(check => check.Events), checks.All(check => check.FirstBreak is null),
        [.. checks.Where(check => check.FirstBreak is not null).Select(check => new ChainBreak(check.CaseId, check.FirstBreak!.Value))], asOf);

    private sealed record Checked(CaseId CaseId, int Events, int? FirstBreak);
}

/// <summary>What an audit found.</summary>
/// <param name="Cases">Cases looked at.</param>
/// <param name="Events">Entries looked at.</param>
/// <param name="Whole">Nothing is broken.</param>
/// <param name="Breaks">The first break of each case that has one.</param>
/// <param name="AsOf">When, UTC.</param>
internal sealed record AuditReport(int Cases, int Events, bool Whole, IReadOnlyList<ChainBreak> Breaks, DateTimeOffset AsOf);

/// <summary>Where a case is broken.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Sequence">The first entry that does not fit the one before it, or that is missing.</param>
internal sealed record ChainBreak(CaseId CaseId, int Sequence);

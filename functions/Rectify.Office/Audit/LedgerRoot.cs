using Rectify.Domain.Proofs;
using Rectify.Office.Ledger;

namespace Rectify.Office.Audit;

/// <summary>The root of the ledger at a moment, to be kept elsewhere and compared later.</summary>
/// <param name="Root">The root of <see cref="HashTree"/> over every case, 64 hexadecimal digits.</param>
/// <param name="Cases">Number of cases.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="AsOf">When it was computed, UTC.</param>
public sealed record LedgerRoot(string Root, int Cases, int Entries, DateTimeOffset AsOf);

/// <summary>Computes the root of the ledger.</summary>
public sealed class LedgerRoots(ILedger ledger, TimeProvider clock)
{
    /// <summary>The root now.</summary>
    public async Task<LedgerRoot> NowAsync(CancellationToken cancellation)
    {
        var asOf = clock.GetUtcNow();
        var tips = await ledger.TipsAsync(cancellation);
        return new LedgerRoot(TreeOf(tips).Root, tips.Count, tips.Sum(tip => tip.Version), asOf);
    }

    /// <summary>The tree over these cases.</summary>
    public static HashTree TreeOf(IEnumerable<CaseTip> tips) => new(tips.Select(tip => new ChainHead(tip.CaseId, tip.Hash)));
}

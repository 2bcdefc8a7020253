using Rectify.Domain.Identity;
using Rectify.Office.Audit;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;

namespace Rectify.Office.Consultations;

/// <summary>Proves that the cases on which an answer rests are in the ledger of its moment.</summary>
public sealed class ReplyProver(ILedger ledger)
{
    /// <summary>
    /// The proof; null when one of the cases has got another entry since it was read, or a case was opened about one of the subjects: then
    /// the answer is computed again.
    /// </summary>
    internal async Task<ConsultationProof?> OfAsync(
        IReadOnlyCollection<Subject> subjects, IReadOnlyCollection<CaseRecord> read, CancellationToken cancellation)
    {
        var tree = LedgerRoots.TreeOf(await ledger.TipsAsync(cancellation));
        var known = read.Select(record => record.CaseId).ToHashSet();
        var named = (await ledger.CasesOfAsync(subjects, cancellation)).Values.SelectMany(cases => cases);
        return read.Any(record => tree.Find(record.CaseId)?.Hash != record.Stream[^1].Hash)
            || named.Any(caseId => !known.Contains(caseId) && tree.Find(caseId) is not null)
            ? null
            : new ConsultationProof(tree.Root, tree.Size,
            [
                .. from record in read
                   let path = tree.PathOf(record.CaseId)
                   select new ProvenChain(record.CaseId, [.. record.Stream.Select(entry => entry.Hash)], path.Index, path.Beside),
            ]);
    }
}

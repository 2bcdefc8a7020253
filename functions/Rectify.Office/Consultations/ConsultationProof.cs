using Rectify.Domain.Identity;
using Rectify.Domain.Proofs;

namespace Rectify.Office.Consultations;

/// <summary>What lets somebody else check later that a reply rests on the ledger of its moment.</summary>
/// <param name="Root">The root of the ledger at the moment of the reply (see <see cref="HashTree"/>).</param>
/// <param name="Cases">Number of cases under that root.</param>
/// <param name="Chains">The chain of every case that was looked at.</param>
public sealed record ConsultationProof(string Root, int Cases, IReadOnlyList<ProvenChain> Chains);

/// <summary>The chain of a case as far as it was read, and the proof that it is under the root.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Entries">The hash of every entry, in order; each covers the one before it.</param>
/// <param name="Index">Place of the case under the root.</param>
/// <param name="Beside">The hashes beside the way up to the root.</param>
public sealed record ProvenChain(CaseId CaseId, IReadOnlyList<string> Entries, int Index, IReadOnlyList<string> Beside)
{
    /// <summary>Whether the chain is under a root of so many cases.</summary>
    public bool IsUnder(string root, int cases) =>
        Entries.Count > 0 && HashTree.RootOf(new ChainHead(CaseId, Entries[^1]), new TreePath(Index, Beside), cases) == root;
}

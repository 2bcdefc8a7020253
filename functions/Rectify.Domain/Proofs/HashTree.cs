using Rectify.Domain.Identity;

namespace Rectify.Domain.Proofs;

/// <summary>
/// The root of the ledger: one hash over the ids and heads of all chains, sorted by id, and for each chain a short proof that it is under
/// that root.
/// </summary>
/// <remarks>
/// A hash tree as in RFC 9162, section 2.1, over texts: a leaf is the SHA-256 of <c>leaf:{id}:{hash}</c>, a node that of
/// <c>node:{left}:{right}</c>, each as 64 hexadecimal digits in lower case. A node without a neighbour stands for itself one level up. The
/// root of no chains is the SHA-256 of nothing.
/// </remarks>
public sealed class HashTree
{
    private readonly IReadOnlyList<ChainHead> heads;
    private readonly IReadOnlyDictionary<CaseId, int> places;
    private readonly List<IReadOnlyList<string>> levels = [];

    /// <summary>The tree over these chains, in whatever order they come.</summary>
    public HashTree(IEnumerable<ChainHead> chains)
    {
        heads = [.. chains.OrderBy(head => head.CaseId.Value, StringComparer.Ordinal)];
        places = heads.Index().ToDictionary(head => head.Item.CaseId, head => head.Index);
        levels.Add([.. heads.Select(LeafOf)]);
        while (levels[^1].Count > 1)
            levels.Add([.. levels[^1].Chunk(2).Select(pair => pair is [var left, var right] ? NodeOf(left, right) : pair[0])]);
    }

    /// <summary>Number of chains.</summary>
    public int Size => heads.Count;

    /// <summary>The root, 64 hexadecimal digits.</summary>
    public string Root => Size == 0 ? Digest.Of("") : levels[^1][0];

    /// <summary>The head of a chain; null when the tree does not have it.</summary>
    public ChainHead? Find(CaseId caseId) => places.TryGetValue(caseId, out var place) ? heads[place] : null;

    /// <summary>The proof that a chain is under the root.</summary>
    /// <exception cref="ArgumentException">The tree does not have the chain.</exception>
    public TreePath PathOf(CaseId caseId)
    {
        if (!places.TryGetValue(caseId, out var index)) throw new ArgumentException($"The tree has no chain {caseId}.", nameof(caseId));

        List<string> path = [];
        var place = index;
        foreach (var level in levels.SkipLast(1))
        {
            if ((place ^ 1) < level.Count) path.Add(level[place ^ 1]);
            place >>= 1;
        }

        return new TreePath(index, path);
    }

    /// <summary>The root that a proof leads to; null when the proof has too many or too few steps for its place.</summary>
    /// <param name="head">The chain.</param>
    /// <param name="path">Its place, and the hashes beside its way up.</param>
    /// <param name="size">Number of chains under the root.</param>
    public static string? RootOf(ChainHead head, TreePath path, int size)
    {
        if (path.Index < 0 || path.Index >= size) return null;
        var (place, last, hash) = (path.Index, size - 1, LeafOf(head));
        using var beside = path.Beside.GetEnumerator();
        for (; last > 0; place >>= 1, last >>= 1)
        {
            if ((place ^ 1) > last) continue;
            if (!beside.MoveNext()) return null;
            hash = (place & 1) == 1 ? NodeOf(beside.Current, hash) : NodeOf(hash, beside.Current);
        }

        return beside.MoveNext() ? null : hash;
    }

    private static string LeafOf(ChainHead head) => Digest.Of($"leaf:{head.CaseId.Value}:{head.Hash}");

    private static string NodeOf(string left, string right) => Digest.Of($"node:{left}:{right}");
}

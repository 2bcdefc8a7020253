using Rectify.Domain;
using Rectify.Domain.Cases;

namespace Rectify.Office.Ledger;

/// <summary>How far a ledger has come: how many entries it holds, and a hash over all of them in the order of recording.</summary>
/// <param name="Events">Entries of all cases together.</param>
/// <param name="Hash">
/// SHA-256 over the head before and the hash of the last entry, lower-case hex; empty for an empty ledger, and where it is not known.
/// </param>
public sealed record LedgerHead(long Events, string Hash)
{
    /// <summary>An empty ledger.</summary>
    public static LedgerHead Empty { get; } = new(0, "");

    /// <summary>Whether the hash over the entries is known, and not only the least number of entries.</summary>
    public bool IsExact() => Events == 0 || Hash.Length > 0;

    /// <summary>A head of which only the least number of entries is known: one more than this one has.</summary>
    public LedgerHead AtLeastOneMore() => new(Events + 1, "");

    /// <summary>The head after more entries.</summary>
    public LedgerHead After(IEnumerable<StoredEvent> entries) =>
        entries.Aggregate(this, (head, entry) => new LedgerHead(head.Events + 1, Next(head.Hash, entry.Hash)));

    /// <summary>The running hash after one more entry.</summary>
    public static string Next(string running, string hash) =>
        Digest.Of($"{running}|{hash}");
}

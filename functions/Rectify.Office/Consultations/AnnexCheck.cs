using System.Text;
using System.Text.Json;
using Rectify.Domain;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Proofs;
using Rectify.Office.Audit;

namespace Rectify.Office.Consultations;

/// <summary>
/// Says whether the annex of a reply, entries of the ledger and a root fit each other. It needs nothing but these texts; the page that
/// works offline (checker.html) does the same.
/// </summary>
public static class AnnexCheck
{
    /// <summary>Everything that does not fit; empty when all does.</summary>
    /// <param name="annex">The file of the annex, byte by byte.</param>
    /// <param name="hash">The SHA-256 of the annex that the printed reply states; null when it is not at hand.</param>
    /// <param name="entries">Lines of entries, as the ledger is exported; null when they are not at hand.</param>
    /// <param name="root">A root that was kept elsewhere: that of the annex, or that of the entries; null when there is none.</param>
    public static IReadOnlyList<AnnexMismatch> Of(byte[] annex, string? hash, string? entries, string? root)
    {
        List<AnnexMismatch> found = [];
        if (hash is not null && Digest.Of(annex) != hash) found.Add(new AnnexMismatch.AnotherHash(Digest.Of(annex)));
        if (Read(annex) is not { } read) return [.. found, new AnnexMismatch.NoAnnex()];

        found.AddRange(read.Chains.Where(chain => !chain.IsUnder(read.Root, read.Cases)).Select(
            chain => new AnnexMismatch.NotUnderRoot(chain.CaseId)));
        found.AddRange(
            from caseId in read.Answers.SelectMany(answer => answer.Cases.Concat(answer.Bases.Select(basis => basis.CaseId))).Distinct()
            where read.Chains.All(chain => chain.CaseId != caseId)
            select new AnnexMismatch.NoChain(caseId));

        var rootOfEntries = entries is null ? null : CheckEntries(entries, read, found);
        if (root is not null && root != read.Root && root != rootOfEntries)
            found.Add(new AnnexMismatch.AnotherRoot(read.Root, rootOfEntries));
        return found;
    }

    private static ReplyAnnex? Read(byte[] annex)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(annex);
            return DomainJson.Read<ReplyAnnex>(text) is { Format: ReplyAnnex.Version1 } read ? read : null;
        }
        catch (Exception malformed) when (malformed is JsonException or DecoderFallbackException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    // The root over all the cases of the entries.
    private static string? CheckEntries(string entries, ReplyAnnex annex, List<AnnexMismatch> found)
    {
        List<StoredEvent> read = [];
        foreach (var (index, line) in entries.TrimStart('\uFEFF').Split('\n').Index())
        {
            if (line.Length == 0) continue;
            if (EntryLine.Read(line) is { } entry) read.Add(entry);
            else found.Add(new AnnexMismatch.NoEntry(index + 1));
        }

        var chains = read.GroupBy(entry => entry.CaseId).ToDictionary(chain => chain.Key, chain => chain.ToList());
        foreach (var (caseId, chain) in chains)
        {
            if (EventChain.FirstBreak(chain) is { } sequence) found.Add(new AnnexMismatch.Broken(caseId, sequence));
        }

        foreach (var proven in annex.Chains)
        {
            var stored = chains.GetValueOrDefault(proven.CaseId) ?? [];
            for (var place = 0; place < proven.Entries.Count; place++)
            {
                if (place < stored.Count && stored[place].Hash == proven.Entries[place]) continue;
                found.Add(new AnnexMismatch.AnotherEntry(proven.CaseId, place + 1));
                break;
            }
        }

        return new HashTree(chains.Select(chain => new ChainHead(chain.Key, chain.Value[^1].Hash))).Root;
    }
}

/// <summary>Something that does not fit.</summary>
public abstract record AnnexMismatch
{
    private AnnexMismatch()
    {
    }

    /// <summary>What does not fit, as one sentence.</summary>
    public abstract string Sentence { get; }

    /// <summary>The file is not an annex of this form.</summary>
    public sealed record NoAnnex : AnnexMismatch
    {
        public override string Sentence => "The file is not an annex of a reply, or it was changed.";
    }

    /// <summary>The printed reply states another hash.</summary>
    public sealed record AnotherHash(string Found) : AnnexMismatch
    {
        public override string Sentence => $"The annex is not the one of the printed reply: its SHA-256 is {Found}.";
    }

    /// <summary>A chain does not lead to the root of the annex.</summary>
    public sealed record NotUnderRoot(CaseId CaseId) : AnnexMismatch
    {
        public override string Sentence => $"The chain of the case {CaseId} does not lead to the root of the annex.";
    }

    /// <summary>An answer rests on a case without a chain.</summary>
    public sealed record NoChain(CaseId CaseId) : AnnexMismatch
    {
        public override string Sentence => $"An answer rests on the case {CaseId}, and the annex has no chain of it.";
    }

    /// <summary>A line is no entry.</summary>
    public sealed record NoEntry(int Line) : AnnexMismatch
    {
        public override string Sentence => $"Line {Line} of the entries is not an entry as the ledger is exported.";
    }

    /// <summary>An entry was changed, or does not follow the one before it.</summary>
    public sealed record Broken(CaseId CaseId, int Sequence) : AnnexMismatch
    {
        public override string Sentence => $"Entry {Sequence} of the case {CaseId} was changed, or does not follow the one before it.";
    }

    /// <summary>An entry of the annex is missing among the entries, or is another there.</summary>
    public sealed record AnotherEntry(CaseId CaseId, int Sequence) : AnnexMismatch
    {
        public override string Sentence =>
            $"Entry {Sequence} of the case {CaseId} is missing among the entries, or is another than in the annex.";
    }

    /// <summary>The root that was kept is neither that of the annex nor that of the entries.</summary>
    public sealed record AnotherRoot(string OfAnnex, string? OfEntries) : AnnexMismatch
    {
        public override string Sentence =>
            $"The root is not that of the annex ({OfAnnex}){(OfEntries is null ? "" : $", nor that of the entries ({OfEntries})")}.";
    }
}

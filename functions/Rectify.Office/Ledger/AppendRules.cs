using System.Text;
using Rectify.Domain.Cases;

namespace Rectify.Office.Ledger;

/// <summary>Rules that every append to a ledger has to keep. Only a fault of the program can break them.</summary>
public static class AppendRules
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Refuses, before anything is asked of the storage, an append that contradicts itself.</summary>
    /// <exception cref="ArgumentException">Names the rule that it breaks.</exception>
    public static void Validate(LedgerAppend append)
    {
        var (entry, expected, events, notices, opening, addition) = append;
        Require(expected >= 0, "the expected version is not negative");
        Require(events.Count > 0, "there is something to record");
        Require(events.Index().All(e => e.Item.Sequence == expected + 1 + e.Index), "the events follow the expected version without gaps");
        Require(entry.Version == events[^1].Sequence, "the index entry has the version of the last event");
        Require(events.All(e => e.CaseId == entry.CaseId) && notices.All(n => n.Owner == entry.CaseId), "everything is about one case");
        Require(opening is null == expected > 0, "a case is opened by its first event and by no other");
        Require(addition is null || opening is null, "what is added to a case comes after its opening");
        Require(append.Others.Count == 0 || opening is { Number: not null }, "the first of several cases holds their number");
        foreach (var other in append.Others)
        {
            Require(
                other is { Opening: { Number: null, Receipt: null }, Others.Count: 0 },
                "the other cases bring no number and no receipt");
            Validate(other);
        }

        Require(
            append.Others.Select(other => other.Entry.CaseId).Append(entry.CaseId).Distinct().Count() == append.Others.Count + 1,
            "each case of a document is opened once");
        foreach (var e in events) Exact(e.Type, e.Actor, e.Data, e.PreviousHash, e.Hash);
        foreach (var n in notices) Exact(n.Id.Value, n.Template, n.Recipient.Name, n.Recipient.Address, n.Subject, n.Body);
    }

    /// <summary>Throws with the rule when it is broken.</summary>
    public static void Require(bool holds, string rule)
    {
        if (!holds) throw new ArgumentException($"An append must keep the rule that {rule}.");
    }

    /// <summary>Refuses events that do not continue the stored chain, or were changed after they were hashed.</summary>
    /// <remarks>A break among the entries that are stored already is found by the audit; it does not stop the case from going on.</remarks>
    /// <param name="append">What is to be recorded.</param>
    /// <param name="lastHash">Hash of the last stored event; empty when there is none.</param>
    public static void RequireChain(LedgerAppend append, string lastHash) => Require(
        EventChain.FirstBreak(append.Events, append.ExpectedVersion, lastHash) is null,
        "the events chain to the last one that is stored and carry the hashes of what they say");

    /// <summary>Returns the text if every storage gives it back unchanged: it has no NUL and no half of a surrogate pair.</summary>
    /// <exception cref="ArgumentException">A storage would alter it silently.</exception>
    public static string Exact(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException("The text holds a NUL character, which cannot be stored.");
        StrictUtf8.GetByteCount(text);
        return text;
    }

    private static void Exact(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts) Exact(text);
    }
}

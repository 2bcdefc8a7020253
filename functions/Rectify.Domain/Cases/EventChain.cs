using System.Globalization;
using Rectify.Domain.Identity;

namespace Rectify.Domain.Cases;

/// <summary>Links the events of a case by hashes, so that a changed, missing or swapped entry is found.</summary>
public static class EventChain
{
    /// <summary>Makes the entries that follow <paramref name="stream"/> from events, chained to its last entry.</summary>
    public static IReadOnlyList<StoredEvent> Extend(
        CaseId caseId, IReadOnlyList<StoredEvent> stream, IEnumerable<CaseEvent> events, DateTimeOffset at, string actor)
    {
        var (sequence, previous) = stream is [.., var last] ? (last.Sequence, last.Hash) : (0, "");
        // If the clock was set back, the entry gets the instant of the entry before it, so that instants never decrease.
        if (stream is [.., { At: var earliest }] && at < earliest) at = earliest;
        var entries = new List<StoredEvent>();
        foreach (var @event in events)
        {
            var entry = new StoredEvent(
                caseId, ++sequence, EventCodec.Name(@event), at.ToUniversalTime(), actor, EventCodec.Encode(@event), previous, "");
            entry = entry with { Hash = HashOf(entry) };
            entries.Add(entry);
            previous = entry.Hash;
        }

        return entries;
    }

    /// <summary>Sequence number of the first entry that does not fit the one before it; null when the chain is whole.</summary>
    public static int? FirstBreak(IEnumerable<StoredEvent> stream) => FirstBreak(stream, 0, "");

    /// <summary>The same check for a part of a stream: the entries that follow a given one.</summary>
    /// <param name="part">The entries, in order.</param>
    /// <param name="after">Sequence number of the entry before the first; 0 when there is none.</param>
    /// <param name="previousHash">Hash of that entry; empty when there is none.</param>
    public static int? FirstBreak(IEnumerable<StoredEvent> part, int after, string previousHash)
    {
        var (sequence, previous) = (after, previousHash);
        foreach (var entry in part)
        {
            sequence++;
            if (entry.Sequence != sequence || entry.PreviousHash != previous || entry.Hash != HashOf(entry)) return sequence;
            previous = entry.Hash;
        }

        return null;
    }

    private static string HashOf(StoredEvent entry) => Digest.OfParts(
        entry.CaseId.Value, entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.Type,
        entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), entry.Actor, entry.Data, entry.PreviousHash);
}

using System.Diagnostics;
using System.Text.Json;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;

namespace Rectify.Office.Cases;

/// <summary>
/// The result of reading a case. That a case cannot be read is a result too, so that it does not stop work on other cases.
/// </summary>
public abstract record CaseReading
{
    private CaseReading()
    {
    }

    /// <summary>The case can be read.</summary>
    public sealed record Readable(CaseRecord Case) : CaseReading;

    /// <summary>The case cannot be read, and why.</summary>
    public sealed record Unreadable(UnreadableCase Case) : CaseReading;

    /// <summary>The case; null when there is none.</summary>
    /// <exception cref="UnreadableCaseException">The case cannot be read.</exception>
    public static CaseRecord? Required(CaseReading? reading) => reading switch
    {
        null => null,
        Readable(var record) => record,
        Unreadable(var unreadable) => throw new UnreadableCaseException(unreadable),
        _ => throw new UnreachableException(reading.GetType().Name),
    };

    /// <summary>Reads a case from its entries; null when there is none.</summary>
    /// <param name="stream">The entries, and how many the storage knows to have been recorded.</param>
    /// <param name="context">The case, the instant, and the calendar in force.</param>
    public static CaseReading? Of(CaseStream stream, DecisionContext context)
    {
        var entries = stream.Entries;
        if (EventChain.FirstBreak(entries) is { } broken) return Refused(context.CaseId, entries, broken, UnreadableReason.BrokenChain);
        if (entries.Count < stream.Reached) return Refused(context.CaseId, entries, entries.Count + 1, UnreadableReason.MissingEntries);

        CaseState recorded = new CaseState.NotOpened();
        foreach (var entry in entries)
        {
            if (!EventCodec.Names.Contains(entry.Type))
                return Refused(context.CaseId, entries, entry.Sequence, UnreadableReason.UnknownEvent);
            try
            {
                recorded = Evolution.Evolve(recorded, entry.Event);
            }
            catch (JsonException)
            {
                return Refused(context.CaseId, entries, entry.Sequence, UnreadableReason.UnreadableData);
            }
            catch (Exception unfit) when (unfit is not OutOfMemoryException)
            {
                // Applying an entry is pure code over stored data: any exception means that the data are none that this version writes.
                return Refused(context.CaseId, entries, entry.Sequence, UnreadableReason.ImpossibleEvent);
            }
        }

        try
        {
            var due = Settlement.Due(recorded, context.After(entries));
            return Evolution.Fold(recorded, due) is CaseState.Opened opened
                ? new Readable(new CaseRecord(context.CaseId, entries, recorded, opened) { FallenDue = due, InOffice = context.InOffice })
                : null;
        }
        catch (Exception unfit) when (unfit is not OutOfMemoryException)
        {
            return Refused(context.CaseId, entries, entries.Count, UnreadableReason.ImpossibleEvent);
        }
    }

    private static Unreadable Refused(CaseId caseId, IReadOnlyList<StoredEvent> entries, int sequence, UnreadableReason reason) =>
        new(new UnreadableCase(caseId, sequence, reason, entries.FirstOrDefault(entry => entry.Sequence == sequence)?.Type));
}

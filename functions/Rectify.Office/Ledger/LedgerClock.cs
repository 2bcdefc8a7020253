using Rectify.Domain.Cases;

namespace Rectify.Office.Ledger;

/// <summary>
/// Finds out whether the clock runs behind the ledger, for example because it was set back: keeps the latest instant of the entries that
/// this process has seen and compares it with the clock.
/// </summary>
/// <remarks>Every case that is read or written counts, and from the first question on also the cases opened last.</remarks>
public sealed class LedgerClock(ILedger ledger, TimeProvider clock)
{
    private const int Newest = 50;

    private long latest;
    private int looked;

    /// <summary>Takes note of a stream that was read.</summary>
    public IReadOnlyList<StoredEvent> Seen(IReadOnlyList<StoredEvent> stream)
    {
        if (stream is not [.., { At: var last }]) return stream;

        for (var known = Volatile.Read(ref latest); last.UtcTicks > known; known = Volatile.Read(ref latest))
            if (Interlocked.CompareExchange(ref latest, last.UtcTicks, known) == known) break;
        return stream;
    }

    /// <summary>The same for a stream with the number of entries that were recorded.</summary>
    public CaseStream Seen(CaseStream stream)
    {
        Seen(stream.Entries);
        return stream;
    }

    /// <summary>The instant of the latest entry, when it lies after the present instant; null when the clock does not run behind.</summary>
    public async Task<DateTimeOffset?> AheadAsync(CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref looked, 1) == 0) await LookAsync(cancellation);

        var last = new DateTimeOffset(Volatile.Read(ref latest), TimeSpan.Zero);
        return last > clock.GetUtcNow() ? last : null;
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            var newest =
                await ledger.ListAsync(new CaseFilter(null, null, null, clock.GetUtcNow()) { Order = CaseOrder.Newest }, Newest, null,
                    cancellation);
            foreach (var stream in (await ledger.LoadAsync([.. newest.Items.Select(entry => entry.CaseId)], cancellation)).Values)
                Seen(stream);
        }
        catch
        {
            Volatile.Write(ref looked, 0);
            throw;
        }
    }
}

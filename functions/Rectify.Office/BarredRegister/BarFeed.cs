using Rectify.Domain;
using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Eligibility;
using Rectify.Office.Journals;
using Rectify.Office.Ledger;
using Rectify.Office.Register;

namespace Rectify.Office.BarredRegister;

/// <summary>The feed of changes: whom each case bars, whenever that has changed, in one order for everybody.</summary>
/// <remarks>
/// The cases have no common order on every storage, so changes get one when they are asked for: the tips of all cases are compared with
/// what the journal says, and what is missing is appended after the place that was read. If another instance was first, everything is
/// compared again. So no change is left out and none is given twice. A join of two ids, or a successor, changes whom a case bars without
/// an entry of the case: that is a change of its own.
/// </remarks>
public sealed class BarFeed(
    ILedger ledger, IJournalStore journals, IRegisterStore registerStore, PersonJoins joins, CaseReader reader, CurrentCalendar calendar,
    LedgerGuard guard, TimeProvider clock)
{
    private const string List = "bars";
    private const int CasesAtOnce = 200;

    private readonly JournalMemory<BarChange> journal = new(journals, Journal.Bars);
    private readonly SemaphoreSlim turn = new(1);

    // Up to which entry this process has found that a case bars whom the journal says.
    private readonly Dictionary<CaseId, int> compared = [];

    /// <summary>The changes after a mark, the earliest first.</summary>
    /// <param name="mark">Where the last part ended; null for the beginning.</param>
    /// <param name="top">How many at most.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="FormatException">The mark does not come from this feed.</exception>
    /// <exception cref="UnreadableCaseException">A case that has changed cannot be read.</exception>
    public async Task<BarChanges> AfterAsync(string? mark, int top, CancellationToken cancellation)
    {
        var after = ContinuationToken.Number(List, mark);
        await PublishAsync(cancellation);
        var later = (await journal.AllAsync(cancellation)).Where(one => one.Entry.Place > after).Take(top + 1).ToList();
        var items = later.Take(top).ToList();
        return new BarChanges(
            [.. items.Select(one => one.Said)], MarkAt(items is [.., var last] ? last.Entry.Place : after), later.Count > items.Count);
    }

    /// <summary>
    /// Appends what the journal lacks. Returns how far each case had come, who answered for whom, and the mark at which the journal says
    /// exactly that.
    /// </summary>
    internal async Task<(IReadOnlyList<CaseTip> Tips, Answering Answering, string Mark)> PublishAsync(CancellationToken cancellation)
    {
        guard.Require();
        await turn.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                // The journal first: what it says of a case then is not later than the tip.
                var known = await journal.AllAsync(cancellation);
                var tips = await ledger.TipsAsync(cancellation);
                var answering = await Answering.WhereAsync(registerStore, joins, _ => true, cancellation);
                var place = known is [.., var last] ? last.Entry.Place : 0;
                if (await AppendAsync(place, await ChangesAsync(known, tips, answering, cancellation), cancellation) is { } end)
                    return (tips, answering, MarkAt(end));
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The sanctions and proposed vetoes of a case, each with whom it is about.</summary>
    public static IReadOnlyList<SubjectBasis> BarsOf(CaseRecord record)
    {
        var file = record.State.File;
        var sanctions =
            from sanction in file.Sanctions
            where sanction.Barred is not null
            select new SubjectBasis(sanction.Subject, FindingBasis.Of(
                sanction.Subject, new Basis(record.CaseId, sanction, file.DocumentNumberOf(sanction.Measure))));
        var proposed =
            from proposal in (record.State as CaseState.VetoProposed)?.Proposal is { } one ? [one] : Array.Empty<Proposal>()
            from subject in file.SubjectsOf(Measure.Veto)
            select new SubjectBasis(subject, FindingBasis.Of(
                subject, new PendingBasis(record.CaseId, proposal, subject, file.Opening.DocumentNumber)));
        return [.. sanctions, .. proposed];
    }

    // The place of the last change; null when another instance was first.
    private async Task<long?> AppendAsync(long place, IReadOnlyList<BarChange> changes, CancellationToken cancellation)
    {
        foreach (var part in changes.Chunk(IJournalStore.MostAtOnce))
        {
            var entries = part.Select(change => new JournalText(change.CaseId.Value, DomainJson.Text(change))).ToList();
            if (!await journals.TryAppendAsync(Journal.Bars, place, entries, cancellation)) return null;
            place += part.Length;
        }

        return place;
    }

    // A case that cannot be read may bar anybody: then no change is told, since whoever is missing counts as not barred.
    private async Task<IReadOnlyList<BarChange>> ChangesAsync(
        IReadOnlyList<(JournalEntry Entry, BarChange Said)> known, IReadOnlyList<CaseTip> tips, Answering answering,
        CancellationToken cancellation)
    {
        var said = new Dictionary<CaseId, BarChange>();
        foreach (var (_, change) in known) said[change.CaseId] = change;

        var now = clock.GetUtcNow();
        var changes = new OrderedDictionary<CaseId, BarChange>();
        foreach (var (caseId, change) in said)
        {
            var bars = answering.Spread(change.Bars.Where(bar => bar.Basis.Predecessor is null));
            if (!bars.SequenceEqual(change.Bars)) changes[caseId] = change with { At = now, Bars = bars };
        }

        var open = tips.Where(tip => compared.GetValueOrDefault(tip.CaseId) != tip.Version && said.GetValueOrDefault(tip.CaseId)?.Version
            != tip.Version);
        foreach (var part in open.Chunk(CasesAtOnce))
        {
            foreach (var record in await ReadAsync(ledger, reader, calendar, part, now, cancellation))
            {
                var read = CaseReading.Required(record)!;
                var bars = answering.Spread(BarsOf(read));
                if (bars.SequenceEqual(said.GetValueOrDefault(read.CaseId)?.Bars ?? []))
                {
                    compared[read.CaseId] = read.Version;
                    changes.Remove(read.CaseId);
                }
                else changes[read.CaseId] = new BarChange(read.CaseId, read.Version, read.Stream[^1].At, bars);
            }
        }

        return [.. changes.Values];
    }

    /// <summary>Cases as they were at their tips, settled at an instant.</summary>
    internal static async Task<IReadOnlyList<CaseReading>> ReadAsync(
        ILedger ledger, CaseReader reader, CurrentCalendar calendar, IReadOnlyCollection<CaseTip> tips, DateTimeOffset asOf,
        CancellationToken cancellation)
    {
        var streams = await ledger.ReadAsync([.. tips.Select(tip => tip.CaseId)], cancellation);
        List<CaseReading> readings = [];
        foreach (var tip in tips)
        {
            var stream = new CaseStream([.. streams[tip.CaseId].Entries.Take(tip.Version)], tip.Version);
            if (await reader.ReadAsync(stream, new DecisionContext(tip.CaseId, asOf, calendar.Value), cancellation) is { } reading)
                readings.Add(reading);
        }

        return readings;
    }

    private static string MarkAt(long place) => ContinuationToken.After(List, $"{place}");
}

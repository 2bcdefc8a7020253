using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Calendar;
using Rectify.Office.Ledger;
using Rectify.Office.Requests;

namespace Rectify.Office.Cases;

/// <summary>
/// Lists cases as they are now. The ledger's index narrows the search; each candidate is brought up to date and checked again.
/// </summary>
public sealed class CaseQuery(ILedger ledger, CaseRepository caseRepository, CurrentCalendar calendar, TimeProvider clock,
    UnreadableCases unreadable)
{
    /// <summary>What to list. A condition that is null does not filter.</summary>
    public sealed record Wanted(CaseStatus? Status, UnitId? UnitId, DateOnly? DueBefore, Light? Light)
    {
        /// <summary>Only cases in one of these states; an empty list does not filter.</summary>
        public IReadOnlyList<CaseStatus> AnyOf { get; init; } = [];

        /// <summary>Only cases with a deadline on this day or later.</summary>
        public DateOnly? DueFrom { get; init; }

        /// <summary>Only cases with this text in the document number or the unit's name.</summary>
        public string? Text { get; init; }

        /// <summary>Only cases that began on this rung.</summary>
        public Rung? Rung { get; init; }

        /// <summary>Only cases that wait for one of these acts; an empty list does not filter.</summary>
        public IReadOnlyList<AwaitedAct> Awaits { get; init; } = [];

        /// <summary>The order of the list.</summary>
        public CaseOrder Order { get; init; }
    }

    /// <summary>Lists cases with all their members.</summary>
    public Task<CaseList<CaseView>> ListAsync(Wanted wanted, int top, string? continuation, CancellationToken cancellation) => ListAsync(
        wanted, top, continuation,
        async entry =>
            Seen(await caseRepository.ReadAsync(entry.CaseId, cancellation), record => CaseView.Of(record, Today, calendar.Value)),
        view => Matches(wanted, view.Rung, view.Status, view.Light, view.Deadline?.Effective, view.DocumentNumber, view.Unit.Name),
        cancellation);

    /// <summary>Lists cases as list items, from the index where that is enough.</summary>
    public Task<CaseList<CaseListItem>> GlanceAsync(Wanted wanted, int top, string? continuation, CancellationToken cancellation) =>
        ListAsync(
        wanted, top, continuation,
        entry => wanted.Awaits.Count > 0 && entry.Summary?.Awaited is null ? LookAtAsync(entry, cancellation)
            : GlanceAtAsync(entry, cancellation),
        caseListItem => (wanted.Awaits.Count == 0 || wanted.Awaits.Contains(caseListItem.Summary.Awaited!.Act))
            && Matches(wanted, caseListItem.Summary.Rung, caseListItem.Status, caseListItem.Light, caseListItem.DueOn,
                caseListItem.Summary.DocumentNumber, caseListItem.Summary.UnitName),
        cancellation);

    /// <summary>The parts of the whole list, as list items.</summary>
    public IAsyncEnumerable<CaseList<CaseListItem>> GlanceAtAllAsync(Wanted wanted, int pageSize, CancellationToken cancellation) =>
        Slices.PartsAsync(continuation => GlanceAsync(wanted, pageSize, continuation, cancellation), part => part.Continuation);

    /// <summary>The case as a list item; null when there is no such case, or it cannot be read.</summary>
    public async Task<CaseListItem?> FindAsync(CaseId caseId, CancellationToken cancellation) =>
        Seen(await caseRepository.ReadAsync(caseId, cancellation), record => CaseListItem.Of(record, Today, calendar.Value)).Seen;

    /// <summary>The case of an index entry as it is now, or what is wrong with it; neither when the case is gone.</summary>
    /// <remarks>A case known to be unreadable is not shown from its index entry, because it would look valid.</remarks>
    public async Task<(CaseListItem? Glance, UnreadableCase? Unreadable)> GlanceAtAsync(CaseEntry entry, CancellationToken cancellation) =>
        unreadable.Find(entry.CaseId) is null && CaseListItem.Of(entry, Today, clock.GetUtcNow()) is { } caseListItem
            ? (caseListItem, null)
            : await LookAtAsync(entry, cancellation);

    private async Task<(CaseListItem? Glance, UnreadableCase? Unreadable)> LookAtAsync(CaseEntry entry, CancellationToken cancellation) =>
        Seen(await caseRepository.ReadAsync(entry.CaseId, cancellation), record => CaseListItem.Of(record, Today, calendar.Value));

    private DateOnly Today => LocalDay.Of(clock.GetUtcNow());

    private static (T? Seen, UnreadableCase? Unreadable) Seen<T>(CaseReading? reading, Func<CaseRecord, T> look) where T : class =>
        reading switch
        {
            CaseReading.Readable(var record) => (look(record), null),
            CaseReading.Unreadable(var unreadable) => (null, unreadable),
            _ => (null, null),
        };

    private async Task<CaseList<T>> ListAsync<T>(
        Wanted wanted, int top, string? continuation, Func<CaseEntry, Task<(T? Seen, UnreadableCase? Unreadable)>> look,
        Func<T, bool> matches,
        CancellationToken cancellation) where T : class
    {
        var filter = new CaseFilter(wanted.Status, wanted.UnitId, wanted.DueBefore, clock.GetUtcNow())
        {
            DueFrom = wanted.DueFrom,
            Light = wanted.Light,
            Rung = wanted.Rung,
            Text = wanted.Text,
            Awaits = wanted.Awaits,
            Order = wanted.Order,
        };
        var (found, broken) = (new List<T>(), new List<UnreadableEntry>());
        do
        {
            // Asks for exactly as many as are missing, so that the continuation stays at the last case that was looked at.
            var slice = await ledger.ListAsync(filter, top - found.Count - broken.Count, continuation, cancellation);
            foreach (var entry in slice.Items)
            {
                var (one, wrong) = await look(entry);
                if (one is not null && matches(one)) found.Add(one);
                if (wrong is not null && (wanted.AnyOf.Count == 0 || wanted.AnyOf.Contains(entry.Status)))
                    broken.Add(new UnreadableEntry(entry, wrong));
            }

            continuation = slice.Continuation;
        } while (continuation is not null && found.Count + broken.Count < top);

        return new CaseList<T>(found, broken, continuation);
    }

    private static bool Matches(Wanted wanted, Rung rung, CaseStatus status, Light light, DateOnly? dueOn, string number,
        string unitName) =>
        (wanted.Rung is null || rung == wanted.Rung)
        && (wanted.Status is null || status == wanted.Status)
        && (wanted.AnyOf.Count == 0 || wanted.AnyOf.Contains(status))
        && (wanted.Light is null || light == wanted.Light)
        && (wanted.DueBefore is not { } before || dueOn < before)
        && (wanted.DueFrom is not { } from || dueOn >= from)
        && (wanted.Text is not { } text || CaseMatch.Shows(number, unitName, text));
}

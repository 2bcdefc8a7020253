using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;
using Rectify.Functions.Calendar;
using Rectify.Functions.Ledger;

namespace Rectify.Functions.Cases;

/// <summary>Lists cases as they are now. The ledger's index narrows the search; each candidate is settled and looked at again.</summary>
internal sealed class CaseIndex(ILedger ledger, CaseDesk desk, CurrentCalendar calendar, TimeProvider clock)
{
    /// <summary>What to list. A condition that is null does not filter.</summary>
    public sealed record Wanted(CaseStatus? Status, UnitId? UnitId, DateOnly? DueBefore, Light? Light)
    {
        /// <summary>In one of these states; none does not filter.</summary>
        public IReadOnlyList<CaseStatus> AnyOf { get; init; } = [];

        /// <summary>With a deadline on this day or later.</summary>
        public DateOnly? DueFrom { get; init; }

        /// <summary>With this text in the document number or the unit's name.</summary>
        public string? Text { get; init; }

        /// <summary>That began on this rung.</summary>
        public Rung? Rung { get; init; }

        /// <summary>Which comes first.</summary>
        public CaseOrder Order { get; init; }
    }

    /// <summary>Whole cases.</summary>
    public Task<Slice<CaseView>> ListAsync(Wanted wanted, int top, string? continuation, CancellationToken cancellation) => ListAsync(
        wanted, top, continuation,
        async entry => await desk.FindAsync(entry.CaseId, cancellation) is { } record
            && CaseView.Of(record, Today, calendar.Value) is var view
            && Matches(wanted, view.Rung, view.Status, view.Light, view.Deadline?.Effective, view.DocumentNumber, view.Unit.Name) ? view : null,
        cancellation);

    /// <summary>What a list shows, without reading more cases than have to be.</summary>
    public Task<Slice<CaseGlance>> GlanceAsync(Wanted wanted, int top, string? continuation, CancellationToken cancellation) => ListAsync(
        wanted, top, continuation,
        async entry => await GlanceAtAsync(entry, cancellation) is { } glance
            && Matches(wanted, glance.Summary.Rung, glance.Status, glance.Light, glance.DueOn, glance.Summary.DocumentNumber, glance.Summary.UnitName) ? glance : null,
        cancellation);

    /// <summary>The case of an index entry as it is now; null when the case is gone.</summary>
    public async Task<CaseGlance?> GlanceAtAsync(CaseEntry entry, CancellationToken cancellation) =>
        CaseGlance.Of(entry, Today, clock.GetUtcNow())
        ?? (await desk.FindAsync(entry.CaseId, cancellation) is { } record ? CaseGlance.Of(record, Today, calendar.Value) : null);

    private DateOnly Today => LocalDay.Of(clock.GetUtcNow());

    private async Task<Slice<T>> ListAsync<T>(
        Wanted wanted, int top, string? continuation, Func<CaseEntry, Task<T?>> look, CancellationToken cancellation) where T : class
    {
        var filter = new CaseFilter(wanted.Status, wanted.UnitId, wanted.DueBefore, clock.GetUtcNow())
        {
            DueFrom = wanted.DueFrom,
            Light = wanted.Light,
            Rung = wanted.Rung,
            Text = wanted.Text,
            Order = wanted.Order,
        };
        var found = new List<T>();
        do
        {
            // Asking for exactly what is missing keeps the continuation at the last case that was looked at.
            var slice = await ledger.ListAsync(filter, top - found.Count, continuation, cancellation);
            foreach (var entry in slice.Items)
            {
                if (await look(entry) is { } one) found.Add(one);
            }

            continuation = slice.Continuation;
        } while (continuation is not null && found.Count < top);

        return new Slice<T>(found, continuation);
    }

    private static bool Matches(Wanted wanted, Rung rung, CaseStatus status, Light light, DateOnly? dueOn, string number, string unitName) =>
        (wanted.Rung is null || rung == wanted.Rung)
        && (wanted.Status is null || status == wanted.Status)
        && (wanted.AnyOf.Count == 0 || wanted.AnyOf.Contains(status))
        && (wanted.Light is null || light == wanted.Light)
        && (wanted.DueBefore is not { } before || dueOn < before)
        && (wanted.DueFrom is not { } from || dueOn >= from)
        && (wanted.Text is not { } text || number.Contains(text, StringComparison.Ordinal) || unitName.Contains(text, StringComparison.Ordinal));
}

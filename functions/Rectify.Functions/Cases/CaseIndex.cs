using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Functions.Calendar;
using Rectify.Functions.Ledger;

namespace Rectify.Functions.Cases;

/// <summary>Lists cases as they are now. The ledger's index narrows the search; each candidate is settled and looked at again.</summary>
internal sealed class CaseIndex(ILedger ledger, CaseDesk desk, CurrentCalendar calendar, TimeProvider clock)
{
    /// <summary>What to list. A condition that is null does not filter.</summary>
    public sealed record Wanted(CaseStatus? Status, UnitId? UnitId, DateOnly? DueBefore, Light? Light);

    public async Task<Slice<CaseView>> ListAsync(Wanted wanted, int top, string? continuation, CancellationToken cancellation)
    {
        var filter = new CaseFilter(wanted.Status, wanted.UnitId, wanted.DueBefore, clock.GetUtcNow());
        var views = new List<CaseView>();
        do
        {
            // Asking for exactly what is missing keeps the continuation at the last case that was looked at.
            var slice = await ledger.ListAsync(filter, top - views.Count, continuation, cancellation);
            foreach (var entry in slice.Items)
            {
                if (await desk.FindAsync(entry.CaseId, cancellation) is not { } record) continue;
                var view = CaseView.Of(record, desk.ContextFor(entry.CaseId).Today, calendar.Value);
                if (Matches(view, wanted)) views.Add(view);
            }

            continuation = slice.Continuation;
        } while (continuation is not null && views.Count < top);

        return new Slice<CaseView>(views, continuation);
    }

    private static bool Matches(CaseView view, Wanted wanted) =>
        (wanted.Status is null || view.Status == wanted.Status)
        && (wanted.Light is null || view.Light == wanted.Light)
        && (wanted.DueBefore is not { } day || view.Deadline?.Effective < day);
}

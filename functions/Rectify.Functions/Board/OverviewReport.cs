using Rectify.Board.Overview;
using Rectify.Domain.Cases;
using Rectify.Domain.Terms;
using Rectify.Functions.Calendar;
using Rectify.Functions.Cases;
using Rectify.Functions.Ledger;
using Rectify.Functions.Notices;

namespace Rectify.Functions.Board;

/// <summary>Gathers the overview from the index; only what has fallen due since, and what is shown by name, is read as a whole.</summary>
internal sealed class OverviewReport(ILedger ledger, CaseDesk desk, IOutbox outbox, CurrentCalendar calendar, TimeProvider clock)
{
    private const int PageSize = 1_000;
    private const int DaysAhead = 30;

    public async Task<OverviewModel> MakeAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = LocalDay.Of(now);
        var (counts, open) = (new Dictionary<CaseStatus, int>(), new List<OpenCase>());
        string? continuation = null;
        do
        {
            var slice = await ledger.ListAsync(new CaseFilter(null, null, null, now), PageSize, continuation, cancellation);
            foreach (var entry in slice.Items) await CountAsync(entry, counts, open, today, now, cancellation);
            continuation = slice.Continuation;
        } while (continuation is not null);

        return new OverviewModel(
            today,
            [.. Enum.GetValues<CaseStatus>().Where(counts.ContainsKey).Select(status => new StatusCount(status, counts[status]))],
            [.. open.OrderBy(one => one.DueOn).ThenBy(one => one.DocumentNumber, StringComparer.Ordinal)],
            [.. Enumerable.Range(0, DaysAhead).Select(today.AddDays).Select(day => new StripDay(day, !calendar.Value.IsWorkingDay(day), open.Count(one => one.DueOn == day)))],
            new Calls(await CountAsync(NoticeStatus.Failed, cancellation), await CountAsync(NoticeStatus.Unknown, cancellation)));
    }

    private async Task<int> CountAsync(NoticeStatus status, CancellationToken cancellation)
    {
        var (count, continuation) = (0, (string?)null);
        do
        {
            var part = await outbox.ListAsync(null, status, PageSize, continuation, cancellation);
            (count, continuation) = (count + part.Items.Count, part.Continuation);
        } while (continuation is not null);

        return count;
    }

    private async Task CountAsync(
        CaseEntry entry, Dictionary<CaseStatus, int> counts, List<OpenCase> open, DateOnly today, DateTimeOffset now, CancellationToken cancellation)
    {
        var status = entry.Status;
        var isShown = IsOpen(status) && entry.DueOn.DayNumber - today.DayNumber <= DaysAhead;
        if ((isShown || entry.NextDueAt <= now) && await desk.FindAsync(entry.CaseId, cancellation) is { } record)
        {
            status = CaseStatus.Of(record.State);
            var (opening, deadline) = (record.State.File.Opening, record.State.File.Deadline);
            if (IsOpen(status) && deadline is not null && deadline.Effective.DayNumber - today.DayNumber <= DaysAhead)
                open.Add(new OpenCase(entry.CaseId.Value, opening.DocumentNumber, opening.Unit.Name, status, deadline.Effective, deadline.Provisional));
        }

        counts[status] = counts.GetValueOrDefault(status) + 1;
    }

    private static bool IsOpen(CaseStatus status) => status is CaseStatus.Rectifying or CaseStatus.AwaitingInspection;
}

using Rectify.Board.Overview;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;

namespace Rectify.Functions.Board.Overview;

/// <summary>Finds what comes in the next thirty days: deadlines, today's reminders, ends of bars.</summary>
public sealed class ComingReport(ILedger ledger, CaseQuery index, SanctionsReport sanctions, CurrentCalendar calendar, TimeProvider clock)
{
    private const int PageSize = 1_000;
    private const int DaysAhead = 30;
    private const int MostReminders = 20;

    private static readonly CaseStatus[] Running = [CaseStatus.Rectifying, CaseStatus.AwaitingInspection];

    public async Task<ComingModel> MakeAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = LocalDay.Of(now);
        List<OpenCase> open = [];
        foreach (var status in Running) await AddOpenAsync(status, open, today, cancellation);

        var ends = await EndsAsync(today.AddDays(DaysAhead), cancellation);
        return new ComingModel(
            [.. open.OrderBy(one => one.DueOn).ThenBy(one => one.DocumentNumber, StringComparer.Ordinal)],
            [.. Enumerable.Range(0, DaysAhead).Select(today.AddDays).Select(day => new StripDay(
                day, !calendar.Value.IsWorkingDay(day), open.Count(one => one.DueOn == day), ends.Count(end => end.LastDay == day)))],
            await RemindersAsync(today, now, cancellation), ends);
    }

    // The rows are ordered by the first free day, and those without one come last: what ends later is not read.
    private async Task<IReadOnlyList<EndOfBar>> EndsAsync(DateOnly last, CancellationToken cancellation)
    {
        List<EndOfBar> ends = [];
        for (var page = 1; ; page++)
        {
            var part = await sanctions.MakeAsync(null, page, cancellation);
            ends.AddRange(
                from row in part.Rows
                where row.FreeOn is { } free && free.AddDays(-1) <= last
                select new EndOfBar(row.Name, AddressOf(row.Subject), row.FreeOn!.Value.AddDays(-1)));
            if (page >= part.Pages || part.Rows is not [.., { FreeOn: { } latest }] || latest.AddDays(-1) > last) return ends;
        }
    }

    private static string AddressOf(string subject) => subject.Split(':') is ["unit", var id]
        ? $"/board/units/{id}"
        : $"/board/officials/{subject[(subject.IndexOf(':', StringComparison.Ordinal) + 1)..]}";

    private async Task AddOpenAsync(CaseStatus status, List<OpenCase> open, DateOnly today, CancellationToken cancellation)
    {
        var wanted = new CaseQuery.Wanted(status, null, today.AddDays(DaysAhead + 1), null) { DueFrom = today, Order = CaseOrder.Due };
        await foreach (var part in index.GlanceAtAllAsync(wanted, PageSize, cancellation))
        {
            foreach (var item in part.Items)
            {
                var one = item.Summary.Awaited is null ? await index.FindAsync(item.CaseId, cancellation) ?? item : item;
                open.Add(new OpenCase(
                    one.CaseId.Value, one.Summary.DocumentNumber, one.Summary.UnitName, one.Summary.Awaited?.Act ?? AwaitedAct.Report,
                    one.DueOn!.Value, one.Summary.Deadline == DeadlineState.Provisional, one.DueOn.Value.DayNumber - today.DayNumber));
            }
        }
    }

    // Of the steps that fall due by themselves only reminders do so before midnight; all others do at the end of a day.
    private async Task<IReadOnlyList<ReminderLine>> RemindersAsync(DateOnly today, DateTimeOffset now, CancellationToken cancellation)
    {
        var filter = new CaseFilter(null, null, null, LocalDay.EndOf(today).AddTicks(-1)) { Step = StepFilter.Due };
        return
        [
            .. (await ledger.AllAsync(filter, PageSize, cancellation)
                .Where(entry => entry.NextDueAt > now && entry.Summary is not null).ToListAsync(cancellation))
                .OrderBy(entry => entry.NextDueAt).Take(MostReminders)
                .Select(entry => new ReminderLine(
                    entry.NextDueAt!.Value, entry.CaseId.Value, entry.Summary!.DocumentNumber, entry.Summary.UnitName)),
        ];
    }
}

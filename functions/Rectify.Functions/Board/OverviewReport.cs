using Rectify.Board.Health;
using Rectify.Board.Overview;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Board;

/// <summary>
/// Makes the model of the overview from the index. A case is read only when its index row may be out of date, because a step is due.
/// </summary>
public sealed class OverviewReport(ILedger ledger, CaseQuery index, IOutbox outbox, CurrentCalendar calendar, TimeProvider clock,
    UnreadableCases unreadable)
{
    private const int PageSize = 1_000;
    private const int DaysAhead = 30;

    private static readonly CaseStatus[] Running = [CaseStatus.Rectifying, CaseStatus.AwaitingInspection];

    public async Task<OverviewModel> MakeAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = LocalDay.Of(now);
        var counts = (await ledger.CountAsync(now, cancellation)).ToDictionary();
        var due = new CaseFilter(null, null, null, now) { Step = StepFilter.Due };
        await foreach (var entry in ledger.AllAsync(due, PageSize, cancellation))
        {
            var status = (await index.GlanceAtAsync(entry, cancellation)) switch
            {
                ({ } caseListItem, _) => caseListItem.Status,
                (_, { }) => entry.Status,
                _ => (CaseStatus?)null,
            };
            if (status is { } counted) counts[counted] = counts.GetValueOrDefault(counted) + 1;
        }

        List<OpenCase> open = [];
        List<OpenCase> proposals = [];
        List<OpenCase> consequences = [];
        await AddOpenAsync(CaseStatus.NextRungProposed, proposals, today, cancellation);
        await AddOpenAsync(CaseStatus.ConsequenceProposed, consequences, today, cancellation);
        foreach (var status in Running) await AddOpenAsync(status, open, today, cancellation);

        var mails = await outbox.CountAsync([NoticeStatus.Failed, NoticeStatus.Unknown], cancellation);
        return new OverviewModel(
            today,
            [.. Enum.GetValues<CaseStatus>().Where(counts.ContainsKey).Select(status => new StatusCount(status, counts[status]))],
            [.. open.OrderBy(one => one.DueOn).ThenBy(one => one.DocumentNumber, StringComparer.Ordinal)],
            [.. Enumerable.Range(0, DaysAhead).Select(today.AddDays).Select(
                day => new StripDay(day, !calendar.Value.IsWorkingDay(day), open.Count(one => one.DueOn == day)))],
            new Calls(mails.GetValueOrDefault(NoticeStatus.Failed), mails.GetValueOrDefault(NoticeStatus.Unknown)))
        {
            Proposals = proposals,
            Consequences = consequences,
            Unreadable = [.. unreadable.All.Select(UnreadableCaseLine.Of)],
        };
    }

    private async Task AddOpenAsync(CaseStatus status, List<OpenCase> open, DateOnly today, CancellationToken cancellation)
    {
        var wanted = new CaseQuery.Wanted(status, null, today.AddDays(DaysAhead + 1), null) { Order = CaseOrder.Due };
        await foreach (var part in index.GlanceAtAllAsync(wanted, PageSize, cancellation))
        {
            open.AddRange(part.Items.Select(one => new OpenCase(
                one.CaseId.Value, one.Summary.DocumentNumber, one.Summary.UnitName, one.Status, one.DueOn!.Value,
                one.Summary.Deadline == DeadlineState.Provisional)));
        }
    }
}

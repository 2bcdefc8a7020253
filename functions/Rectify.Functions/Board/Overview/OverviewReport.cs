using Rectify.Board.Health;
using Rectify.Board.Overview;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Office.Access;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;

namespace Rectify.Functions.Board.Overview;

/// <summary>
/// Makes the model of the overview from the index. A case is read only when its index row may be out of date, or to say what changed in it.
/// </summary>
public sealed class OverviewReport(ILedger ledger, CaseQuery index, WaitingReport waitingReport, ChangesReport changesReport,
    ComingReport comingReport, TimeProvider clock, UnreadableCases unreadable)
{
    private const int PageSize = 1_000;

    /// <param name="caller">Who reads the page.</param>
    /// <param name="scope">How many of the changed cases are listed.</param>
    /// <param name="ticket">The ticket of the form that marks changes as seen.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<OverviewModel> MakeAsync(Caller caller, ChangeScope scope, string ticket, CancellationToken cancellation)
    {
        var (waiting, more) = await waitingReport.MakeAsync(caller, cancellation);
        return new OverviewModel(
            LocalDay.Of(clock.GetUtcNow()), await CountsAsync(cancellation), waiting,
            await changesReport.MakeAsync(caller, scope, ticket, cancellation), await comingReport.MakeAsync(cancellation))
        {
            MoreWaiting = more,
            Unreadable = [.. unreadable.All.Select(UnreadableCaseLine.Of)],
        };
    }

    private async Task<IReadOnlyList<StatusCount>> CountsAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
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

        return [.. Enum.GetValues<CaseStatus>().Where(counts.ContainsKey).Select(status => new StatusCount(status, counts[status]))];
    }
}

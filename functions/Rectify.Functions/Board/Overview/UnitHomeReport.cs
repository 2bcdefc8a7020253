using Rectify.Board.Overview;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Functions.Board.Actions;
using Rectify.Office.Access;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;

namespace Rectify.Functions.Board.Overview;

/// <summary>Makes the first page of a unit: its own open cases, and what to do next in each.</summary>
public sealed class UnitHomeReport(CaseQuery index, ChangesReport changesReport, TimeProvider clock)
{
    private const int PageSize = 1_000;

    private static readonly CaseStatus[] Open =
    [
        CaseStatus.Rectifying, CaseStatus.Suspended, CaseStatus.AwaitingInspection, CaseStatus.VetoProposed, CaseStatus.Vetoed,
        CaseStatus.NextRungProposed, CaseStatus.ConsequenceProposed,
    ];

    /// <param name="caller">The liaison of a unit.</param>
    /// <param name="scope">How many of the changed cases are listed.</param>
    /// <param name="ticket">The ticket of the form that marks changes as seen.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<UnitHomeModel> MakeAsync(Caller caller, ChangeScope scope, string ticket, CancellationToken cancellation)
    {
        var today = LocalDay.Of(clock.GetUtcNow());
        var wanted = new CaseQuery.Wanted(null, caller.UnitId, null, null) { AnyOf = Open, Order = CaseOrder.Due };
        List<OwnCase> cases = [];
        await foreach (var part in index.GlanceAtAllAsync(wanted, PageSize, cancellation))
        {
            foreach (var item in part.Items)
            {
                var one = item.Summary.Awaited is null ? await index.FindAsync(item.CaseId, cancellation) ?? item : item;
                cases.Add(OwnOf(one, today));
            }
        }

        return new UnitHomeModel(
            today, [.. cases.OrderBy(one => one.Status == CaseStatus.Vetoed).ThenBy(one => one.DueOn ?? DateOnly.MaxValue)],
            await changesReport.MakeAsync(caller, scope, ticket, cancellation));
    }

    private static OwnCase OwnOf(CaseListItem one, DateOnly today)
    {
        var awaits = one.Summary.Awaited?.Act ?? AwaitedAct.Nothing;
        var submission = CaseActions.Submission;
        return new OwnCase(
            one.CaseId.Value, one.Summary.DocumentNumber, one.Status, awaits, one.DueOn,
            one.Summary.Deadline == DeadlineState.Provisional, (one.DueOn ?? today).DayNumber - today.DayNumber,
            awaits is AwaitedAct.Report or AwaitedAct.FurtherReport
                ? new ActLink($"/board/cases/{one.CaseId}/{submission.Route}", submission.Name)
                : null);
    }
}

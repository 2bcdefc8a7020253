using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board.Statistics;
using Rectify.Domain;
using Rectify.Functions.Access;
using Rectify.Functions.Http;
using Rectify.Functions.Statistics;
using Rectify.Office.Access;
using Rectify.Office.Requests;
using Rectify.Office.Statistics;

namespace Rectify.Functions.Board;

/// <summary>统计: what happened in a period, as a drawing and as tables.</summary>
public sealed class StatisticsPages(BoardPages pages, StatisticsReport report)
{
    [Function("BoardStatistics"), Allows(Role.Officer, Role.Auditor, Role.Reader)]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/statistics")] HttpRequest request,
        CancellationToken cancellation) =>
        (await ReadAsync(request, cancellation)).Try(out var statistics, out var problem)
            ? await pages.ShowAsync<StatisticsPage>(request, ("统计", "Statistics"), new StatisticsModel(
                statistics,
                "/board/statistics.csv" + QueryString.Create("from", IsoDay.Of(statistics.From)).Add("to", IsoDay.Of(statistics.To))))
            : await pages.ShowProblemAsync(request, problem);

    // The table has an address of its own, because a link cannot set the Accept header.
    [Function("BoardStatisticsTable"), Allows(Role.Officer, Role.Auditor, Role.Reader)]
    public async Task<IActionResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/statistics.csv")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (!(await ReadAsync(request, cancellation)).Try(out var statistics, out var problem))
            return await pages.ShowProblemAsync(request, problem);

        BoardPages.AddHeaders(request.HttpContext.Response);
        return StatisticsCsv.ToResult(statistics);
    }

    private async Task<Outcome<StatisticsView>> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        Query.Date(request, "from").Try(out var from, out var problem) && Query.Date(request, "to").Try(out var to, out problem)
            ? await report.OfAsync(from, to, cancellation)
            : problem;
}

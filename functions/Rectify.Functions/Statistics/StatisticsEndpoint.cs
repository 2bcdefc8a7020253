using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Statistics;

namespace Rectify.Functions.Statistics;

/// <summary>What happened in a period, counted by quarter, unit and ground.</summary>
public sealed class StatisticsEndpoint(StatisticsReport report)
{
    [Function("GetStatistics"), Allows(Role.Officer, Role.Auditor, Role.Reader)]
    [Api("What happened in a period, counted by quarter, unit and ground.", Answers = typeof(StatisticsView), AnswersMedia = ["text/csv"])]
    [ApiQuery("from", typeof(DateOnly), "The first day; that of the year of the last day unless told.")]
    [ApiQuery("to", typeof(DateOnly), "The last day; that of the present year unless told.")]
    public async Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/statistics")] HttpRequest request, CancellationToken cancellation)
    {
        if (!Query.Date(request, "from").Try(out var from, out var problem)
            || !Query.Date(request, "to").Try(out var to, out problem)
            || !(await report.OfAsync(from, to, cancellation)).Try(out var statistics, out problem))
        {
            return problem.ToResult();
        }

        return Accepts.Csv(request) ? StatisticsCsv.ToResult(statistics) : Wire.Json(statistics);
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board;
using Rectify.Board.Documents;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Documents;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Performance;
using Rectify.Office.Register;
using Rectify.Office.Requests;
using Rectify.Office.Settings;

namespace Rectify.Functions.Performance;

/// <summary>工作实绩档案: the record of performance of an official.</summary>
public sealed class PerformanceEndpoints(
    IRegisterStore registerStore, PerformanceReport report, OfficeSettings office, PageRenderer renderer)
{
    [Function("GetPerformanceRecord"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    [Api("The record of performance of an official as of a day.", Answers = typeof(PerformanceRecord))]
    [ApiQuery("asOf", typeof(DateOnly), "The day; today unless told. What was entered after it is left out.")]
    public Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/officials/{officialId}/performance-record")] HttpRequest request,
        string officialId,
        CancellationToken cancellation) =>
        WithRecordAsync(request, officialId, record => Task.FromResult<IActionResult>(Wire.Json(record)), cancellation);

    [Function("GetPerformanceDocument"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    [Api("The same as an extract, to be printed on A4.", AnswersMedia = ["text/html"])]
    [ApiQuery("asOf", typeof(DateOnly), "The day; today unless told.")]
    public Task<IActionResult> DocumentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get",
            Route = "api/officials/{officialId}/performance-record/document")] HttpRequest request, string officialId,
        CancellationToken cancellation) =>
        WithRecordAsync(request, officialId, async record =>
            new DocumentResult(await renderer.RenderAsync<PerformancePage>(PerformanceExtract.Of(record, office.Name))), cancellation);

    private async Task<IActionResult> WithRecordAsync(
        HttpRequest request, string officialId, Func<PerformanceRecord, Task<IActionResult>> answer, CancellationToken cancellation)
    {
        if (!Query.Date(request, "asOf").Try(out var asOf, out var problem)) return problem.ToResult();
        if (await registerStore.FindOfficialAsync(new OfficialId(officialId), cancellation) is not { } official)
            return Problem.NotFound(RegisterMessages.NoOfficial, officialId).ToResult();
        return (await report.OfAsync(official, asOf, cancellation)).Try(out var record, out problem) ? await answer(record)
            : problem.ToResult();
    }
}

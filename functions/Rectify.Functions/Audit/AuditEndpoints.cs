using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Audit;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Requests;

namespace Rectify.Functions.Audit;

/// <summary>For auditors: checks that the ledger is complete and unchanged, and exports the whole ledger.</summary>
public sealed class AuditEndpoints(LedgerAudit audit, LedgerRoots roots, ILedgerIndex index)
{
    [Function("VerifyLedger"), Allows(Role.Auditor)]
    [Api("Checks the hash chains, and every index against the entries.", Answers = typeof(AuditReport))]
    [ApiQuery("caseId", typeof(CaseId), "Only this case.")]
    public async Task<IActionResult> VerifyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit/verify")] HttpRequest request, CancellationToken cancellation)
    {
        if (Query.Text(request, "caseId") is not { } caseId) return Wire.Json(await audit.OfAllAsync(cancellation));

        return await audit.OfAsync(new CaseId(caseId), cancellation) is { } report
            ? Wire.Json(report)
            : Problem.NotFound(CaseRequestMessages.NoCase, caseId).ToResult();
    }

    /// <summary>One hash over the ids and heads of all cases, to be kept elsewhere.</summary>
    [Function("GetLedgerRoot"), Allows(Role.Auditor)]
    [Api("The root of the ledger now: one hash over the ids and heads of all cases.", Answers = typeof(LedgerRoot))]
    public async Task<IActionResult> RootAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit/root")] HttpRequest request, CancellationToken cancellation) =>
        Wire.Json(await roots.NowAsync(cancellation));

    [Function("ExportLedger"), Allows(Role.Auditor)]
    [Api("The whole ledger, an entry a line.", AnswersMedia = ["application/x-ndjson", "text/csv"])]
    [ApiQuery("format", typeof(ExportFormat), "jsonl unless told.")]
    public IActionResult Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/export")] HttpRequest request)
    {
        if (!Query.Enum<ExportFormat>(request, "format").Try(out var format, out var problem)) return problem.ToResult();
        return new LedgerExport(index, format ?? ExportFormat.Jsonl);
    }
}

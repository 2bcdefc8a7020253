using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board;
using Rectify.Board.Documents;
using Rectify.Domain.Cases;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Cases;
using Rectify.Office.Requests;
using Rectify.Office.Settings;

namespace Rectify.Functions.Documents;

/// <summary>The endpoint of the printed documents (A4) of a case.</summary>
public sealed class CaseDocumentEndpoint(VisibleCases cases, OfficeSettings office, PageRenderer pages)
{
    [Function("GetCaseDocument"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    [Api("A document of a case, to be printed: admonition-notice, listing-notice, release-notice, veto-decision or urging-letter-1.",
        AnswersMedia = ["text/html"])]
    [ApiQuery("entry", typeof(int), "As it stood after this entry of the ledger, such as the one before a correction.")]
    public async Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cases/{caseId}/documents/{kind}")] HttpRequest request,
        string caseId, string kind, CancellationToken cancellation)
    {
        if (!(await cases.FindAsync(caseId, Caller.Of(request), cancellation)).Try(out var record, out var problem))
            return problem.ToResult();
        if (!CaseDocuments.IsKind(kind))
            return Problem.Of(
                ProblemKind.NotFound, ProblemTitles.NoDocument,
                DocumentMessages.NoKind.With([.. CaseDocuments.Kinds], kind).At("kind")).ToResult();

        if (!Query.Entry(request, record.Version).Try(out var entry, out problem)) return problem.ToResult();
        var documents = CaseDocuments.Of(record, entry, office.Name);
        return documents.FirstOrDefault(document => document.Kind == kind).Letter is { } letter
            ? new DocumentResult(await pages.RenderAsync<LetterPage>(letter))
            : Problem.Of(
                ProblemKind.Conflict, ProblemTitles.NoDocumentOfCase,
                DocumentMessages.NotOfCase.With(CaseStatus.Of(record.State), [.. documents.Select(one => one.Kind)], kind).At("kind"))
                .ToResult();
    }
}

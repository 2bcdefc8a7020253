using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board;
using Rectify.Board.Documents;
using Rectify.Domain.Cases;
using Rectify.Functions.Access;
using Rectify.Functions.Documents;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Cases;
using Rectify.Office.Settings;

namespace Rectify.Functions.Board;

/// <summary>The printed documents of a case, on the board.</summary>
public sealed class DocumentPages(BoardPages pages, VisibleCases cases, OfficeSettings office, PageRenderer renderer)
{
    [Function("BoardCaseDocument"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit, Role.Leader)]
    public async Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/cases/{caseId}/documents/{kind}")] HttpRequest request,
        string caseId, string kind, CancellationToken cancellation)
    {
        var letter = (await cases.FindAsync(caseId, Caller.Of(request), cancellation)).Try(out var record, out _)
                && Query.Entry(request, record.Version).Try(out var entry, out _)
            ? CaseDocuments.Of(record, entry, office.Name).FirstOrDefault(
                document => document.Kind == kind).Letter
            : null;
        return letter is not null
            ? new DocumentResult(await renderer.RenderAsync<LetterPage>(letter))
            : await pages.ShowMissingAsync(request, "没有这份文书，或不属于本单位。",
                "There is no such document, or it belongs to another unit.");
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Board;
using Rectify.Board.Documents;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Cases;
using Rectify.Functions.Documents;
using Rectify.Functions.Notices;

namespace Rectify.Functions.Board;

/// <summary>The printed documents of a case, for who signed in to the board.</summary>
public sealed class DocumentPages(IServiceProvider services)
{
    private readonly BoardPages pages = services.GetRequiredService<BoardPages>();
    private readonly CaseDesk desk = services.GetRequiredService<CaseDesk>();
    private readonly OfficeSettings office = services.GetRequiredService<OfficeSettings>();
    private readonly PageRenderer renderer = services.GetRequiredService<PageRenderer>();

    [Function("BoardCaseDocument"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    public async Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/cases/{caseId}/documents/{kind}")] HttpRequest request,
        string caseId, string kind, CancellationToken cancellation)
    {
        var file = (await desk.FindAsync(new CaseId(caseId), cancellation))?.State.File;
        var letter = file is not null && Caller.Of(request.HttpContext).MayActFor(file.Opening.Unit.UnitId)
            ? CaseDocuments.Of(file, office.Name).FirstOrDefault(document => document.Kind == kind).Letter
            : null;
        return letter is not null
            ? new DocumentResult(await renderer.RenderAsync<LetterPage>(letter))
            : await pages.ShowMissingAsync(request, "没有这份文书，或不属于本单位。", "There is no such document, or it belongs to another unit.");
    }
}

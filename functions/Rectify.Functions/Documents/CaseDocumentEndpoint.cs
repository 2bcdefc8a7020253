using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Board;
using Rectify.Board.Documents;
using Rectify.Domain;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Cases;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Functions.Notices;

namespace Rectify.Functions.Documents;

/// <summary>The documents of a case, to be printed on A4.</summary>
public sealed class CaseDocumentEndpoint(IServiceProvider services)
{
    private readonly CaseDesk desk = services.GetRequiredService<CaseDesk>();
    private readonly OfficeSettings office = services.GetRequiredService<OfficeSettings>();
    private readonly PageRenderer pages = services.GetRequiredService<PageRenderer>();

    [Function("GetCaseDocument"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    [Api("A document of a case, to be printed: admonition-notice, listing-notice, release-notice or veto-decision.", AnswersMedia = ["text/html"])]
    public async Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cases/{caseId}/documents/{kind}")] HttpRequest request,
        string caseId, string kind, CancellationToken cancellation)
    {
        if (await desk.FindAsync(new CaseId(caseId), cancellation) is not { } record) return Problem.NotFound("case", caseId).ToResult();

        var (caller, file) = (Caller.Of(request.HttpContext), record.State.File);
        if (!caller.MayActFor(file.Opening.Unit.UnitId)) return CaseEndpoints.OtherUnit(caller, file.Opening.Unit.UnitId).ToResult();
        if (!CaseDocuments.Kinds.Contains(kind))
            return Problem.Of(404, "not-found", "There is no such document", $"kind: one of {string.Join(", ", CaseDocuments.Kinds)}; got \"{kind}\".").ToResult();

        var documents = CaseDocuments.Of(file, office.Name);
        return documents.FirstOrDefault(document => document.Kind == kind).Letter is { } letter
            ? new DocumentResult(await pages.RenderAsync<LetterPage>(letter))
            : Problem.Of(409, "no-such-measure", "The case has no such document", $"kind: the case is {WireName.Of(CaseStatus.Of(record.State))} and holds {string.Join(", ", documents.Select(document => document.Kind))}; got \"{kind}\".").ToResult();
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board.Cases;
using Rectify.Board.Sanctions;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Actions;
using Rectify.Functions.Board.Openings;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.BarredRegister;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Openings;

namespace Rectify.Functions.Board;

/// <summary>The page of a case, and the page of the sanctions in force.</summary>
public sealed class CasePages(
    BoardPages pages, CaseRepository caseRepository, CurrentCalendar calendar, VisibleCases visibleCases,
    NotBarred notBarred, ActionForms actionForms, CountedMeasures counted, SanctionsReport sanctionsReport, VisitLookup visitLookup,
    BarredReader barredReader)
{
    [Function("BoardCase"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit, Role.Leader)]
    public async Task<IActionResult> CaseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/cases/{caseId}")] HttpRequest request, string caseId,
        CancellationToken cancellation)
    {
        var caller = Caller.Of(request);
        if (!(await visibleCases.FindAsync(caseId, caller, cancellation)).Try(out var record, out _))
            return await pages.ShowMissingAsync(request, "没有这个案件，或不属于本单位。",
                "There is no such case, or it belongs to another unit.");

        var opening = record.State.File.Opening;
        var title = $"{opening.DocumentNumber} {opening.Unit.Name}";
        var inOffice = await notBarred.OfAsync(record.State, cancellation);
        var model = CasePageModel.Of(record, caseRepository.ContextFor(record.CaseId).Today, calendar.Value);
        var openAt = caller.Role == Role.Officer && model.Ladder.Proposed is { } rung ? OpeningForm.AddressAfter(record, rung) : null;
        return await pages.ShowAsync<CasePage>(request, (title, title), model with
        {
            VetoPersons = VetoPersonsPage.Of(record.State, inOffice),
            Ladder = model.Ladder with { OpenAt = openAt },
            Counts =
            [
                .. from reached in await counted.ReachedByAsync(record, cancellation)
                   let proposed = reached.Trigger.Proposes
                   select new CaseCount(
                       reached.Words, proposed,
                       caller.Role == Role.Officer && proposed is { } next ? OpeningForm.AddressFor(opening.Unit.UnitId, next) : null),
            ],
            Actions = actionForms.OfferedOn(record, caller),
            Visits =
            [
                .. from one in await visitLookup.OfAsync(opening.Unit.UnitId, cancellation)
                   where one.Id == opening.VisitId || one.Visit.CaseId == record.CaseId
                   select VisitPages.RowOf(opening.Unit.UnitId, one.Id, one.Visit, Role.Reader),
            ],
        });
    }

    [Function("BoardSanctions"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    public async Task<IActionResult> SanctionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/sanctions")] HttpRequest request, CancellationToken cancellation)
    {
        if (!Query.Enum<SubjectKind>(request, "kind").Try(out var kind, out var problem)
            || !Query.Page(request).Try(out var page, out problem))
            return await pages.ShowProblemAsync(request, problem);

        var model = await sanctionsReport.MakeAsync(kind, page, cancellation);
        return await pages.ShowAsync<SanctionsPage>(request, ("执行中的资格限制", "Sanctions in force"),
            model with { HasBarred = barredReader.MayRead(Caller.Of(request)) });
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Domain.YearlyCycle;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Records;
using Rectify.Office.Register;
using Rectify.Office.Requests;
using Rectify.Office.YearlyCycle;

namespace Rectify.Functions.YearlyCycle;

/// <summary>督促检查、明察暗访: the endpoints of supervision visits to a unit (S18).</summary>
public sealed class VisitEndpoints(
    IRegisterStore registerStore, IYearlyRecordStore yearlyRecordStore, YearlyRecordHandler yearlyRecordHandler,
    VisitedCases visitedCases, TimeProvider clock)
{
    [Function("PutVisit"), Allows(Role.Officer)]
    [Api("Enters or corrects a supervision visit to a unit.", Takes = typeof(VisitBody), Answers = typeof(VisitView),
        Statuses = [200, 201])]
    public async Task<IActionResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/units/{unitId}/visits/{visitId}")] HttpRequest request,
        string unitId, string visitId, CancellationToken cancellation)
    {
        if (!(await SubjectAsync(request, unitId, cancellation)).Try(out var subject, out var problem)) return problem.ToResult();
        if (IdForm.Refuse("visitId", visitId) is { } malformed) return malformed.ToResult();
        if (!(await JsonBody.ReadAsync<VisitBody>(request)).Try(out var body, out problem)) return problem.ToResult();
        if (!body.Value.ToContent(0, LocalDay.Of(clock.GetUtcNow())).Try(out var content, out problem)) return problem.ToResult();
        if (await visitedCases.RefuseAsync(content, subject.Id, cancellation) is { } otherCase) return otherCase.ToResult();

        return (await yearlyRecordHandler.EnterAsync(
            YearlyRecordKind.Visits, subject, visitId, content, body.Value.Reason, Caller.Of(request).Actor, cancellation))
            .Try(out var change, out problem)
            ? await ShowAsync(subject, visitId, change == YearlyChange.New ? 201 : 200, cancellation)
            : problem.ToResult();
    }

    [Function("DeleteVisit"), Allows(Role.Officer)]
    [Api("Takes back a supervision visit that was entered; the entries stay.", Answers = typeof(VisitView))]
    [ApiQuery("reason", typeof(string), "Why.", Required = true)]
    public async Task<IActionResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/units/{unitId}/visits/{visitId}")] HttpRequest request,
        string unitId, string visitId, CancellationToken cancellation) =>
        !(await SubjectAsync(request, unitId, cancellation)).Try(out var subject, out var problem) ? problem.ToResult()
            : (await yearlyRecordHandler.EnterAsync(
                YearlyRecordKind.Visits, subject, visitId, null, Query.Text(request, "reason"), Caller.Of(request).Actor, cancellation))
                .Try(out _, out problem)
            ? await ShowAsync(subject, visitId, 200, cancellation)
            : problem.ToResult();

    [Function("ListVisits"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    [Api("The supervision visits to a unit, with every entry.", Answers = typeof(ListAnswer<VisitView>))]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/units/{unitId}/visits")] HttpRequest request, string unitId,
        CancellationToken cancellation) =>
        (await SubjectAsync(request, unitId, cancellation)).Try(out var subject, out var problem)
            ? ListAnswer.Of<VisitView>(
                [.. (await yearlyRecordStore.EntriesOfAsync(YearlyRecordKind.Visits, subject, cancellation)).GroupBy(entry => entry.Item)
                    .Select(item => VisitView.Of([.. item]))])
            : problem.ToResult();

    private async Task<Outcome<Subject.Unit>> SubjectAsync(HttpRequest request, string unitId, CancellationToken cancellation)
    {
        if (await registerStore.FindUnitAsync(new UnitId(unitId), cancellation) is not { } unit)
            return Problem.NotFound(RegisterMessages.NoUnit, unitId);
        return Caller.Of(request).RefuseUnit(unit.UnitId) is { } otherUnit ? otherUnit : new Subject.Unit(unit.UnitId);
    }

    private async Task<IActionResult> ShowAsync(Subject subject, string visitId, int status, CancellationToken cancellation) => Wire.Json(
        VisitView.Of(
            [.. (await yearlyRecordStore.EntriesOfAsync(YearlyRecordKind.Visits, subject, cancellation)).Where(
                entry => entry.Item == visitId)]),
        status);
}

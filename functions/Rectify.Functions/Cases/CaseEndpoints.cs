using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Requests;

namespace Rectify.Functions.Cases;

/// <summary>台账: reading cases.</summary>
public sealed class CaseEndpoints(CaseRepository caseRepository, VisibleCases cases, CaseQuery index, CaseViews views,
    CurrentCalendar calendar)
{
    [Function("ListCases"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    [Api("The cases, as they are now.", Answers = typeof(CaseListAnswer), Paged = true)]
    [ApiQuery("status", typeof(CaseStatus), "Only those in this state.")]
    [ApiQuery("rung", typeof(Rung), "Only those that began on this rung.")]
    [ApiQuery("unitId", typeof(UnitId), "Only those of this unit.")]
    [ApiQuery("dueBefore", typeof(DateOnly), "Only those with a deadline before this day.")]
    [ApiQuery("light", typeof(Light), "Only those under this light.")]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cases")] HttpRequest request, CancellationToken cancellation)
    {
        if (!Query.Enum<CaseStatus>(request, "status").Try(out var status, out var problem)
            || !Query.Enum<Rung>(request, "rung").Try(out var rung, out problem)
            || !Query.Enum<Light>(request, "light").Try(out var light, out problem)
            || !Query.Date(request, "dueBefore").Try(out var dueBefore, out problem)
            || !Query.UnitId(request).Try(out var asked, out problem))
            return problem.ToResult();

        if (DateLimits.Due("dueBefore", dueBefore, caseRepository.ContextFor(new CaseId("")).Today) is { } outside)
            return outside.ToResult();
        var caller = Caller.Of(request);
        var unitId = asked ?? caller.UnitId;
        if (unitId is { } unit && caller.RefuseUnit(unit) is { } refusal) return refusal.ToResult();

        var wanted = new CaseQuery.Wanted(status, unitId, dueBefore, light) { Rung = rung };
        return await ListAnswer.PageAsync(
            request, (top, continuation) => index.ListAsync(wanted, top, continuation, cancellation),
            (cases, next) => new CaseListAnswer(cases.Items, next(cases.Continuation),
                [.. cases.Unreadable.Select(one => UnreadableView.Of(one.Case))]));
    }

    [Function("GetCase"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    [Api("A case, as it is now.", Answers = typeof(CaseView))]
    public Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cases/{caseId}")] HttpRequest request, string caseId,
        CancellationToken cancellation) =>
        WithCaseAsync(request, caseId, async record =>
        {
            request.HttpContext.Response.Headers.ETag = ETag.Of(record.Version);
            return Wire.Json(await views.OfAsync(record, cancellation));
        }, cancellation);

    [Function("GetCaseEvents"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    [Api("The entries of a case with their hashes.", Answers = typeof(ListAnswer<EventView>))]
    public Task<IActionResult> EventsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cases/{caseId}/events")] HttpRequest request, string caseId,
        CancellationToken cancellation) =>
        WithCaseAsync(request, caseId, record => Task.FromResult(ListAnswer.Of([.. record.Stream.Select(EventView.Of)])), cancellation);

    [Function("GetCaseSchedule"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    [Api("What will happen to a case by itself, and when.", Answers = typeof(ListAnswer<StepView>))]
    public Task<IActionResult> ScheduleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cases/{caseId}/schedule")] HttpRequest request, string caseId,
        CancellationToken cancellation) =>
        WithCaseAsync(
            request, caseId,
            record => Task.FromResult(ListAnswer.Of([.. CaseSteps.Of(record, calendar.Value).Select(StepView.Of)])), cancellation);

    private async Task<IActionResult> WithCaseAsync(
        HttpRequest request, string caseId, Func<CaseRecord, Task<IActionResult>> answer, CancellationToken cancellation) =>
        (await cases.FindAsync(caseId, Caller.Of(request), cancellation)).Try(out var record, out var problem)
            ? await answer(record)
            : problem.ToResult();

    private sealed record EventView(
        int Sequence, string Type, DateTimeOffset At, string Actor, JsonElement Data, string PreviousHash, string Hash)
    {
        public static EventView Of(StoredEvent entry) =>
            new(entry.Sequence, entry.Type, entry.At, entry.Actor, JsonElement.Parse(entry.Data), entry.PreviousHash, entry.Hash);
    }
}

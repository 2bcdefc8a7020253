using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Board.Cases;
using Rectify.Board.Overview;
using Rectify.Board.Register;
using Rectify.Board.Sanctions;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Actions;
using Rectify.Functions.Calendar;
using Rectify.Functions.Cases;
using Rectify.Functions.Http;

namespace Rectify.Functions.Board;

/// <summary>Pages about cases: what is due, the register, one case, whose bars run.</summary>
public sealed class CasePages(IServiceProvider services)
{
    private const int RowsPerPage = 50;

    private static readonly CaseLink[] Beginnings =
        [new("/board/listings/new", ("下达挂牌督办", "Place under listing")), new("/board/vetoes/new", ("直接一票否决", "Veto without a listing"))];

    private readonly BoardPages pages = services.GetRequiredService<BoardPages>();
    private readonly CaseDesk desk = services.GetRequiredService<CaseDesk>();
    private readonly CaseIndex index = services.GetRequiredService<CaseIndex>();
    private readonly CurrentCalendar calendar = services.GetRequiredService<CurrentCalendar>();

    [Function("BoardOverview"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit, Role.Consulting)]
    public async Task<IActionResult> OverviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board")] HttpRequest request, CancellationToken cancellation) =>
        Caller.Of(request.HttpContext).Role switch
        {
            // Where a role without an overview begins.
            Role.Unit => new RedirectResult("/board/cases"),
            Role.Consulting => new RedirectResult("/board/eligibility"),
            _ => await pages.ShowAsync<OverviewPage>(
                request, ("总览", "Overview"), await services.GetRequiredService<OverviewReport>().MakeAsync(cancellation)),
        };

    [Function("BoardCases"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    public async Task<IActionResult> RegisterAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/cases")] HttpRequest request, CancellationToken cancellation)
    {
        if (!Query.Enum<CaseStatus>(request, "status").Try(out var status, out var problem)
            || !Query.Enum<Light>(request, "light").Try(out var light, out problem)
            || !Query.Date(request, "dueBefore").Try(out var dueBefore, out problem)
            || !Query.UnitId(request).Try(out var asked, out problem))
            return await pages.ShowMissingAsync(request, problem.Detail, problem.Detail);

        // A unit sees its own cases, whatever it asks for.
        var unitId = Caller.Of(request.HttpContext).UnitId ?? asked;
        try
        {
            var slice = await index.ListAsync(new(status, unitId, dueBefore, light), RowsPerPage, Query.Text(request, "continuation"), cancellation);
            var wish = new RegisterWish(status, light, unitId?.Value, dueBefore);
            return await pages.ShowAsync<RegisterPage>(request, ("台账", "Case register"), new RegisterModel(
                [.. slice.Items.Select(RowOf)], wish, desk.ContextFor(new CaseId("register")).Today,
                slice.Continuation is { } next ? ListAnswer.LinkTo(request, next) : null)
            {
                Actions = Caller.Of(request.HttpContext).Role == Role.Officer ? Beginnings : [],
            });
        }
        catch (FormatException)
        {
            return await pages.ShowMissingAsync(request, "没有这一页。", "There is no such page of the register.");
        }
    }

    [Function("BoardCase"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    public async Task<IActionResult> CaseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/cases/{caseId}")] HttpRequest request, string caseId, CancellationToken cancellation)
    {
        var caller = Caller.Of(request.HttpContext);
        if (await desk.FindAsync(new CaseId(caseId), cancellation) is not { } record || !caller.MayActFor(record.State.File.Opening.Unit.UnitId))
            return await pages.ShowMissingAsync(request, "没有这个案件，或不属于本单位。", "There is no such case, or it belongs to another unit.");

        var opening = record.State.File.Opening;
        var title = $"{opening.DocumentNumber} {opening.Unit.Name}";
        return await pages.ShowAsync<CasePage>(request, (title, title), CasePageModel.Of(record, desk.ContextFor(record.CaseId).Today, calendar.Value) with
        {
            Actions = services.GetRequiredService<ActionForms>().OfferedOn(record, caller),
        });
    }

    [Function("BoardSanctions"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    public async Task<IActionResult> SanctionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/sanctions")] HttpRequest request, CancellationToken cancellation) =>
        await pages.ShowAsync<SanctionsPage>(
            request, ("执行中的资格限制", "Sanctions in force"), await services.GetRequiredService<SanctionsReport>().MakeAsync(cancellation));

    private static RegisterRow RowOf(CaseView view) => new(
        view.CaseId.Value, view.DocumentNumber, view.Unit.Name, view.Status, view.Light, view.ListedOn, view.Deadline?.Effective, view.Deadline?.Provisional == true);
}

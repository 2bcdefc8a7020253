using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board.Cases;
using Rectify.Board.Register;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Entries;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board;

/// <summary>The pages of the case register: the list, filtered and sorted, and the same as a CSV table.</summary>
public sealed class CaseListPages(BoardPages pages, CaseQuery index, TimeProvider clock)
{
    private const int RowsPerPage = 50;

    private static readonly CaseLink[] Beginnings =
        [new("/board/listings/new", ("下达挂牌督办", "Place under listing")),
            new("/board/joint-listings/new", ("一文挂牌多个单位", "List several units by one document")),
            new("/board/vetoes/new", ("直接一票否决", "Veto without a listing")),
            new("/board/admonitions/new", ("通报、约谈", "Issue a notice or a talk")),
            new(TakeOverForm.Address, ("接转原台账", "Take over a ledger"))];

    [Function("BoardCases"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/cases")] HttpRequest request, CancellationToken cancellation) =>
        Accepts.Csv(request) ? SaveAsync(request, cancellation) : WithWishAsync(request, async (wish, wanted) =>
        {
            var slice = await index.GlanceAsync(wanted, RowsPerPage, Query.Text(request, "continuation"), cancellation);
            return await pages.ShowAsync<RegisterPage>(request, ("台账", "Case register"), new RegisterModel(
                [.. slice.Items.Select(RowOf), .. slice.Unreadable.Select(RowOf)], wish, LocalDay.Of(clock.GetUtcNow()),
                slice.Continuation is { } next ? ListAnswer.LinkTo(request, next) : null, TableOf(request))
            {
                Actions = Caller.Of(request).Role == Role.Officer ? Beginnings : [],
            });
        });

    // The table has an address of its own, because a link cannot set the Accept header.
    [Function("BoardCasesTable"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    public Task<IActionResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/cases.csv")] HttpRequest request,
        CancellationToken cancellation) =>
        WithWishAsync(request, async (_, wanted) => await CaseListTable.MakeAsync(
            index, wanted, LocalDay.Of(clock.GetUtcNow()), BoardPages.LanguageOf(request), request.HttpContext.Response, cancellation));

    private async Task<IActionResult> WithWishAsync(HttpRequest request, Func<RegisterWish, CaseQuery.Wanted, Task<IActionResult>> answer)
    {
        if (!Query.Enums<CaseStatus>(request, "status").Try(out var statuses, out var problem)
            || !Query.Enum<Rung>(request, "rung").Try(out var rung, out problem)
            || !Query.Enum<Light>(request, "light").Try(out var light, out problem)
            || !Query.Date(request, "dueFrom").Try(out var dueFrom, out problem)
            || !Query.Date(request, "dueBefore").Try(out var dueBefore, out problem)
            || !Query.Enum<RegisterOrder>(request, "order").Try(out var order, out problem)
            || !Query.UnitId(request).Try(out var asked, out problem))
            return await pages.ShowProblemAsync(request, problem);

        var today = LocalDay.Of(clock.GetUtcNow());
        if ((DateLimits.Due("dueFrom", dueFrom, today) ?? DateLimits.Due("dueBefore", dueBefore, today)) is { } outside)
            return await pages.ShowProblemAsync(request, outside);

        // A unit sees only its own cases, whatever it asks for.
        var unitId = Caller.Of(request).UnitId ?? asked;
        var wish = new RegisterWish(Query.Text(request, "text")?.Trim(), rung, statuses, light, unitId?.Value, dueFrom, dueBefore,
            order ?? RegisterOrder.Newest);
        try
        {
            return await answer(wish, new CaseQuery.Wanted(statuses is [var only] ? only : null, unitId, dueBefore, light)
            {
                AnyOf = statuses,
                Rung = rung,
                DueFrom = dueFrom,
                Text = wish.Text is { Length: > 0 } text ? text : null,
                Order = Enum.Parse<CaseOrder>(wish.Order.ToString()),
            });
        }
        catch (FormatException)
        {
            return await pages.ShowMissingAsync(request, "没有这一页。", "There is no such page of the register.");
        }
    }

    internal static CaseListRow RowOf(CaseListItem caseListItem) => new(
        caseListItem.CaseId.Value, caseListItem.Summary.Rung, caseListItem.Summary.DocumentNumber, caseListItem.Summary.UnitName,
        caseListItem.Status, caseListItem.Light, caseListItem.Summary.ListedOn,
        caseListItem.DueOn, caseListItem.Summary.Deadline == DeadlineState.Provisional)
    {
        Units = caseListItem.Summary.Units,
    };

    /// <summary>The row of a case that cannot be read, with what the index has of it.</summary>
    internal static CaseListRow RowOf(UnreadableEntry unreadable)
    {
        var (entry, summary) = (unreadable.Entry, unreadable.Entry.Summary);
        return new CaseListRow(
            entry.CaseId.Value, summary?.Rung ?? Rung.Listing, summary?.DocumentNumber ?? entry.CaseId.Value,
            summary?.UnitName ?? entry.UnitId.Value,
            entry.Status, Light.Grey, summary?.ListedOn, entry.DueOn, Provisional: false)
        {
            IsUnreadable = true,
        };
    }

    private static string TableOf(HttpRequest request) => "/board/cases.csv" + QueryString.Create(
        request.Query.Where(pair => pair.Key is not ("continuation" or "code" or "lang")).Select(
            pair => KeyValuePair.Create(pair.Key, pair.Value)));
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board.Overview;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Board.Overview;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Overview;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board;

/// <summary>The first page of the board for each role, and the form with which a person marks changes as seen.</summary>
public sealed class OverviewPages(
    BoardPages pages, OverviewReport overviewReport, UnitHomeReport unitHomeReport, SeenMarks seenMarks, FormReader forms, Flash flash,
    TimeProvider clock)
{
    [Function("BoardOverview"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit, Role.Consulting, Role.Leader)]
    public async Task<IActionResult> OverviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = Caller.Of(request);
        var scope = Query.Text(request, "changes") == "all" ? ChangeScope.All : ChangeScope.Latest;
        var ticket = forms.TicketFor(request, SeenForm.Address);
        return caller.Role switch
        {
            // A consulting body has no overview and is sent to its first page.
            Role.Consulting => new RedirectResult("/board/eligibility"),
            // And a leader to the own cases.
            Role.Leader => new RedirectResult("/board/my-cases"),
            Role.Unit => await pages.ShowAsync<UnitHomePage>(
                request, ("总览", "Overview"), await unitHomeReport.MakeAsync(caller, scope, ticket, cancellation)),
            _ => await pages.ShowAsync<OverviewPage>(
                request, ("总览", "Overview"), await overviewReport.MakeAsync(caller, scope, ticket, cancellation)),
        };
    }

    /// <summary>Marks what a page showed as seen by this person. Sent twice, or from an older window, it takes nothing back.</summary>
    [Function("BoardSeen"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    public async Task<IActionResult> MarkSeenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "board/seen")] HttpRequest request, CancellationToken cancellation)
    {
        if (!(await forms.ReceiveAsync(request)).Try(out var form, out var problem))
            return await pages.ShowProblemAsync(request, problem);
        if (!DateTimeOffset.TryParseExact(
                form.Input.Text("until"), "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
            || until > clock.GetUtcNow())
        {
            return await pages.ShowProblemAsync(
                request, Problem.Of(ProblemKind.Malformed, ProblemTitles.MalformedForm, FormMessages.Malformed));
        }

        string[] latest = [.. form.Input.Text("latest").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(SeenMark.MostLatest)];
        await seenMarks.MoveAsync(Caller.Of(request).Actor, new SeenMark(until, latest), cancellation);
        return flash.To(request, RefusalPages.Prefix, ("已标记为看过。", "Marked as seen."));
    }
}

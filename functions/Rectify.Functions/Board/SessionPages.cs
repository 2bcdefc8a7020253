using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board.Accounts;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Accounts;
using Rectify.Functions.Board.Forms;
using Rectify.Office.Access;
using Rectify.Office.Accounts;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board;

/// <summary>The page of the reader's sessions, for officers also of everybody else's, and the end of one.</summary>
public sealed class SessionPages(BoardPages pages, Sessions sessions, SessionRows sessionRows, FormReader forms, Flash flash)
{
    [Function("BoardSessions"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit, Role.Consulting, Role.Leader)]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/sessions")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = Caller.Of(request);
        return await pages.ShowAsync<SessionsPage>(request, ("登录会话", "Sessions"), new OwnSessionsModel(
            await sessionRows.OfAsync(request, caller, SessionRows.Address, cancellation),
            caller.Role == Role.Officer ? await sessionRows.OfOthersAsync(request, caller, cancellation) : null));
    }

    /// <summary>Ends a session of the caller's own, for an officer any.</summary>
    [Function("BoardSessionEnd"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit, Role.Consulting, Role.Leader)]
    public async Task<IActionResult> EndAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "board/session-end")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (!(await forms.ReceiveAsync(request)).Try(out var sent, out var problem)) return await pages.ShowProblemAsync(request, problem);

        var (caller, sessionId) = (Caller.Of(request), sent.Input.Text("sessionId"));
        var found = (await sessions.ListAsync(request, cancellation)).FirstOrDefault(session => session.Id == sessionId);
        if (found is null || (caller.Role != Role.Officer && !found.Caller.IsSame(caller)))
            return await pages.ShowMissingAsync(request, Problem.NotFound(AccountMessages.NoSession, sessionId));

        await sessions.EndAsync(sessionId, cancellation);
        return flash.To(
            request, RefusalPages.ReturnAddress(sent.Input.Text("returnTo")), ("会话已结束。", "The session is ended."));
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Accounts;
using Rectify.Office.Requests;

namespace Rectify.Functions.Accounts;

/// <summary>The sessions of the board, for officers: who is signed in and where, and the end of a session.</summary>
public sealed class SessionEndpoints(Sessions sessions)
{
    [Function("ListSessions"), Allows(Role.Officer)]
    [Api("The sessions of the board, those that began last first.", Answers = typeof(ListAnswer<SessionView>))]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/sessions")] HttpRequest request, CancellationToken cancellation) =>
        ListAnswer.Of<SessionView>([.. (await sessions.ListAsync(request, cancellation)).Select(SessionView.Of)]);

    [Function("EndSession"), Allows(Role.Officer)]
    [Api("Ends a session of the board at once.", Answers = typeof(EndedSession))]
    public async Task<IActionResult> EndAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/sessions/{sessionId}")] HttpRequest request, string sessionId,
        CancellationToken cancellation) =>
        await sessions.EndAsync(sessionId, cancellation)
            ? Wire.Json(new EndedSession(sessionId))
            : Problem.NotFound(AccountMessages.NoSession, sessionId).ToResult();

    private sealed record EndedSession(string SessionId);

    private sealed record SessionView(
        string SessionId, string Actor, DateTimeOffset? BeganAt, DateTimeOffset? UsedAt, string? Place, DateTimeOffset EndsAt)
    {
        public static SessionView Of(LivingSession session) => new(
            session.Id, session.Caller.Actor, session.Record.BeganAt, session.Record.UsedAt, session.Record.Place, session.EndsAt);
    }
}

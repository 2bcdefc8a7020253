using Microsoft.AspNetCore.Http;
using Rectify.Board.Accounts;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Forms;
using Rectify.Office.Access;

namespace Rectify.Functions.Board.Accounts;

/// <summary>Sessions as they are shown, with the form that ends one.</summary>
public sealed class SessionRows(Sessions sessions, FormReader forms)
{
    /// <summary>The page of the reader's own sessions.</summary>
    public const string Address = "/board/sessions";

    private const string EndAddress = "/board/session-end";

    /// <summary>The sessions of one caller.</summary>
    /// <param name="request">The request that asks.</param>
    /// <param name="of">Whose sessions.</param>
    /// <param name="back">The page that is shown after one was ended.</param>
    /// <param name="cancellation">Stops.</param>
    public Task<SessionsModel> OfAsync(HttpRequest request, Caller of, string back, CancellationToken cancellation) =>
        MakeAsync(request, session => session.Caller.IsSame(of), back, cancellation);

    /// <summary>The sessions of everybody but one caller.</summary>
    public Task<SessionsModel> OfOthersAsync(HttpRequest request, Caller but, CancellationToken cancellation) =>
        MakeAsync(request, session => !session.Caller.IsSame(but), Address, cancellation);

    private async Task<SessionsModel> MakeAsync(
        HttpRequest request, Func<LivingSession, bool> isShown, string back, CancellationToken cancellation)
    {
        var caller = Caller.Of(request);
        var shown = (await sessions.ListAsync(request, cancellation)).Where(isShown).ToList();
        var mayEnd = caller.Role == Role.Officer || shown.TrueForAll(session => session.Caller.IsSame(caller));
        return new SessionsModel(
            [
                .. shown.Select(session => new SessionRow(
                    session.Id, session.Caller.Actor, session.Record.BeganAt, session.Record.UsedAt, session.Record.Place,
                    session.EndsAt, session.IsThis)),
            ],
            mayEnd ? forms.TicketFor(request, EndAddress) : null, back);
    }
}

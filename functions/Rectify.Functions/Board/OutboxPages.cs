using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Board.Outbox;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Http;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Access;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Board;

/// <summary>发件箱: the pages of the mails, to see them, send them again or settle them.</summary>
public sealed class OutboxPages(
    BoardPages pages, IOutbox outbox, ResendHandler resendHandler, RecipientToday recipients, Workflows workflows, FormReader forms,
    Flash flash)
{
    private const int RowsPerPage = 50;

    [Function("BoardOutbox"), Allows(Role.Officer, Role.Auditor)]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/outbox")] HttpRequest request, CancellationToken cancellation)
    {
        if (!Query.Enum<NoticeStatus>(request, "state").Try(out var state, out var problem))
            return await pages.ShowProblemAsync(request, problem);

        try
        {
            var caseId = Query.Text(request, "caseId")?.Trim();
            List<OutboxRow> seenTo = [];
            foreach (var status in (NoticeStatus[])[NoticeStatus.Unknown, NoticeStatus.Failed])
                seenTo.AddRange((await outbox.ListAsync(null, status, RowsPerPage / 2, null, cancellation)).Items);

            // Without a search no list is shown, because a list of all mails of several years is of no use.
            var slice = state is null && caseId is null
                ? null
                : await outbox.ListAsync(caseId is null ? null : new CaseId(caseId), state, RowsPerPage,
                    Query.Text(request, "continuation"), cancellation);
            return await pages.ShowAsync<OutboxPage>(request, ("发件箱", "Outbox"), new OutboxModel(
                [.. seenTo.OrderBy(row => row.At).Select(LineOf)], slice is null ? null : [.. slice.Items.Select(LineOf)], state, caseId,
                slice?.Continuation is { } next ? ListAnswer.LinkTo(request, next) : null));
        }
        catch (FormatException)
        {
            return await pages.ShowMissingAsync(request, "没有这一页。", "There is no such page of the outbox.");
        }
    }

    [Function("BoardMail"), Allows(Role.Officer, Role.Auditor)]
    public async Task<IActionResult> MailAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/outbox/{id}")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (await outbox.FindAsync(new NoticeId(id), cancellation) is not { } row)
            return await pages.ShowMissingAsync(request, "没有这封邮件。", "There is no such mail.");

        var notice = row.Notice;
        var mayResend = row.Status is NoticeStatus.Failed or NoticeStatus.Unknown && Caller.Of(request).Role == Role.Officer;
        return await pages.ShowAsync<MailPage>(request, (notice.Subject, notice.Subject), new MailModel(
            LineOf(row), notice.Recipient.Address, notice.CreatedAt, notice.Body, notice.Resend?.Of.Value, notice.Resend?.RequestedBy,
            mayResend ? forms.Ticket(request) : null, mayResend ? (await recipients.OfAsync(notice, cancellation)).Address : null,
            row.Told?.By, row.Told?.Note));
    }

    /// <summary>
    /// Sends a mail again, or settles it. The form's ticket is the request's key, so that pressing the button twice sends it only once.
    /// </summary>
    [Function("BoardResendMail"), Allows(Role.Officer)]
    public async Task<IActionResult> ResendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "board/outbox/{id}")] HttpRequest request, string id,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        if (!(await forms.ReceiveAsync(request)).Try(out var form, out var problem)) return await pages.ShowProblemAsync(request, problem);
        if (form.Step == "told") return await SettleAsync(request, id, form, cancellation);
        if (!(await resendHandler.ResendAsync(new NoticeId(id), Caller.Of(request).Actor, form.Ticket.Id, cancellation)).Try(
            out var resend, out problem))
            return await pages.ShowProblemAsync(request, problem);

        await workflows.ReviveAsync(durable, resend.Owner, cancellation);
        var address = resend.Recipient.Address;
        return flash.To(
            request, $"/board/outbox/{resend.Id}",
            ($"已加入发件箱，稍后发往现登记的地址 {address}。",
                $"It is in the outbox and goes out shortly to {address}, the address in the register today."));
    }

    private async Task<IActionResult> SettleAsync(HttpRequest request, string id, ReceivedForm form, CancellationToken cancellation)
    {
        var read = FieldBody.Read<SettlementBody>(new JsonObject { ["note"] = form.Input.Text("note") });
        if (!read.Try(out var body, out var problem)) return await pages.ShowProblemAsync(request, problem);
        if (body.Value.Refuse() is { } refusal) return await pages.ShowProblemAsync(request, refusal);

        var told = await resendHandler.TellAsync(new NoticeId(id), body.Value.Note, Caller.Of(request).Actor, cancellation);
        if (!told.Try(out _, out problem)) return await pages.ShowProblemAsync(request, problem);

        return flash.To(request, $"/board/outbox/{id}", ("已登记为另行告知。", "It is entered as told by other means."));
    }

    private static MailLine LineOf(OutboxRow row) => new(
        row.Notice.Id.Value, row.Notice.Owner.Value,
        row.Notice.Owner.Year is { } year ? $"/board/yearly-cycle?year={year}" : $"/board/cases/{row.Notice.Owner}",
        row.Notice.Recipient.Name, row.Notice.Subject, row.Status, row.At, row.Detail);

}

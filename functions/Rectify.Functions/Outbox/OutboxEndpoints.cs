using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Access;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;
using Rectify.Office.Requests;

namespace Rectify.Functions.Outbox;

/// <summary>发件箱: the endpoints to list mails, send one again, and settle one.</summary>
public sealed class OutboxEndpoints(IOutbox outbox, ResendHandler resendHandler, Workflows workflows)
{
    private const int MaxKeyLength = 200;

    [Function("ListNotices"), Allows(Role.Officer)]
    [Api("The outbox.", Answers = typeof(ListAnswer<NoticeView>), Paged = true)]
    [ApiQuery("caseId", typeof(CaseId), "Only the mails of this case.")]
    [ApiQuery("status", typeof(NoticeStatus), "Only those in this state.")]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/notices")] HttpRequest request, CancellationToken cancellation)
    {
        if (!Query.Enum<NoticeStatus>(request, "status").Try(out var status, out var problem)) return problem.ToResult();
        var caseId = Query.Text(request, "caseId") is { } text ? new CaseId(text) : (CaseId?)null;

        return await ListAnswer.PageAsync(request, async (top, continuation) =>
            (await outbox.ListAsync(caseId, status, top, continuation, cancellation)).Select(NoticeView.Of));
    }

    [Function("ResendNotice"), Allows(Role.Officer)]
    [Api("Sends a mail again.", Answers = typeof(ResendView), Statuses = [201], Repeatable = true)]
    public async Task<IActionResult> ResendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notices/{id}/resend")] HttpRequest request,
        string id, [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        var (caller, key) = (Caller.Of(request), request.Headers["Idempotency-Key"].ToString());
        if (key.Length > MaxKeyLength)
            return Problem.Malformed("Idempotency-Key", RequestMessages.KeyLength.With(MaxKeyLength, key.Length)).ToResult();
        if (!(await resendHandler.ResendAsync(new NoticeId(id), caller.Actor, key.Length == 0 ? null : key, cancellation)).Try(
            out var resend, out var problem))
            return problem.ToResult();

        await workflows.ReviveAsync(durable, resend.Owner, cancellation);
        var before = (await outbox.FindAsync(resend.Resend!.Of, cancellation))?.Notice.Recipient.Address;
        return Wire.Json(
            new ResendView(
                resend.Id.Value, resend.Resend.Of.Value, resend.Resend.RequestedBy, resend.CreatedAt, RecipientView.Of(resend.Recipient),
                before == resend.Recipient.Address ? null : before), 201);
    }

    [Function("SettleNotice"), Allows(Role.Officer)]
    [Api("Settles a mail whose recipient was told by other means.", Takes = typeof(SettlementBody), Answers = typeof(NoticeView))]
    public async Task<IActionResult> SettleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notices/{id}/settlement")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        if (!(await JsonBody.ReadAsync<SettlementBody>(request)).Try(out var body, out var problem)) return problem.ToResult();
        if (body.Value.Refuse() is { } refusal) return refusal.ToResult();

        return (await resendHandler.TellAsync(new NoticeId(id), body.Value.Note, Caller.Of(request).Actor, cancellation)).Try(
            out var row, out problem)
            ? Wire.Json(NoticeView.Of(row))
            : problem.ToResult();
    }

    private sealed record ResendView(
        string NoticeId, string ResendOf, string RequestedBy, DateTimeOffset RequestedAt, RecipientView Recipient, string? PreviousAddress);

    private sealed record NoticeView(
        string NoticeId, CaseId CaseId, int Sequence, string Template, RecipientView Recipient, string Subject, NoticeStatus Status,
        DateTimeOffset StatusAt, string? Detail, DateTimeOffset CreatedAt, string? ResendOf, string? RequestedBy,
        string? ToldBy, string? ToldNote)
    {
        public static NoticeView Of(OutboxRow row)
        {
            var (notice, recipient) = (row.Notice, row.Notice.Recipient);
            return new NoticeView(
                notice.Id.Value, new CaseId(notice.Owner.Value), notice.Sequence, notice.Template,
                RecipientView.Of(recipient), notice.Subject, row.Status, row.At, row.Detail,
                notice.CreatedAt, notice.Resend?.Of.Value, notice.Resend?.RequestedBy, row.Told?.By, row.Told?.Note);
        }
    }

    private sealed record RecipientView(string Name, string Address, string Language)
    {
        public static RecipientView Of(Recipient recipient) => new(recipient.Name, recipient.Address, recipient.Language.Tag);
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Cases;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Functions.Ledger;

namespace Rectify.Functions.Notices;

/// <summary>发件箱: which mails went out, which did not, and sending one again.</summary>
public sealed class OutboxEndpoints(IServiceProvider services)
{
    private const int MaxKeyLength = 200;

    private readonly IOutbox outbox = services.GetRequiredService<IOutbox>();
    private readonly ResendDesk resends = services.GetRequiredService<ResendDesk>();
    private readonly Workflows workflows = services.GetRequiredService<Workflows>();

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
        {
            var part = await outbox.ListAsync(caseId, status, top, continuation, cancellation);
            return new Slice<NoticeView>([.. part.Items.Select(NoticeView.Of)], part.Continuation);
        });
    }

    [Function("ResendNotice"), Allows(Role.Officer)]
    [Api("Sends a mail again.", Answers = typeof(ResendView), Statuses = [201], Repeatable = true)]
    public async Task<IActionResult> ResendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notices/{id}/resend")] HttpRequest request,
        string id, [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        var (caller, key) = (Caller.Of(request.HttpContext), request.Headers["Idempotency-Key"].ToString());
        if (key.Length > MaxKeyLength)
            return Problem.Malformed("Idempotency-Key", $"Idempotency-Key: at most {MaxKeyLength} characters; got {key.Length}.").ToResult();
        if (!(await resends.ResendAsync(new NoticeId(id), caller.Actor, key.Length == 0 ? null : key, cancellation)).Try(out var resend, out var problem))
            return problem.ToResult();

        await workflows.ReviveAsync(durable, resend.CaseId, cancellation);
        return Wire.Json(new ResendView(resend.Id.Value, resend.Resend!.Of.Value, resend.Resend.RequestedBy, resend.CreatedAt), 201);
    }

    private sealed record ResendView(string NoticeId, string ResendOf, string RequestedBy, DateTimeOffset RequestedAt);

    private sealed record NoticeView(
        string NoticeId, CaseId CaseId, int Sequence, string Template, RecipientView Recipient, string Subject, NoticeStatus Status,
        DateTimeOffset StatusAt, string? Detail, DateTimeOffset CreatedAt, string? ResendOf, string? RequestedBy)
    {
        public static NoticeView Of(OutboxRow row)
        {
            var (notice, recipient) = (row.Notice, row.Notice.Recipient);
            return new NoticeView(
                notice.Id.Value, notice.CaseId, notice.Sequence, notice.Template,
                new RecipientView(recipient.Name, recipient.Address, recipient.Language.Tag), notice.Subject, row.Status, row.At, row.Detail,
                notice.CreatedAt, notice.Resend?.Of.Value, notice.Resend?.RequestedBy);
        }
    }

    private sealed record RecipientView(string Name, string Address, string Language);
}

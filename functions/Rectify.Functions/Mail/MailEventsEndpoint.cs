using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;
using Rectify.Office.Requests;

namespace Rectify.Functions.Mail;

/// <summary>The endpoint to which Event Grid sends the delivery reports of the mail service.</summary>
/// <remarks>
/// Event Grid sends an event again until it is answered with success, and sometimes after that, so that each event may come twice.
/// </remarks>
public sealed partial class MailEventsEndpoint(
    MailEventKey key, KeyAttempts attempts, IOutbox outbox, ICaseMail caseMail, Workflows workflows, TimeProvider clock,
    ILogger<MailEventsEndpoint> logger)
{
    private const string Validation = "Microsoft.EventGrid.SubscriptionValidationEvent";

    // Event Grid sends at most 1 MB at a time.
    private const int MaxBytes = 1024 * 1024;

    // Event Grid is no caller with a role: it sends a secret of its own, which is checked before the body is read.
    [Function("MailEvents"), AllowsAnyone]
    [Api("Takes delivery reports as Event Grid brings them, under a key of their own.", Takes = typeof(JsonElement),
        Answers = typeof(JsonElement))]
    public async Task<IActionResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mail-events")] HttpRequest request,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        if (!key.Opens(request))
        {
            return (attempts.Count(request.HttpContext)
                ?? Problem.Of(ProblemKind.KeyNeeded, ProblemTitles.MailKeyNeeded, MailMessages.KeyOfEvents.With(MailEventKey.Header)))
                .ToResult();
        }

        if (!(await ReadAsync(request)).Try(out var events, out var problem)) return problem.ToResult();

        var comeAgain = false;
        foreach (var one in events)
        {
            switch (one.Type)
            {
                case Validation:
                    return Wire.Json(
                        new { ValidationResponse = one.Data.TryGetProperty("validationCode", out var code) ? code.GetString() : null });
                case DeliveryReport.EventType when DeliveryReport.Read(one.Data) is { } report:
                    comeAgain |= !await TakeAsync(report, durable, cancellation);
                    break;
                default:
                    LogIgnored(one.Type);
                    break;
            }
        }

        return comeAgain
            ? Problem.Of(ProblemKind.Unavailable, ProblemTitles.MailUnderWay, MailMessages.UnderWay).ToResult()
            : Wire.Json(new { });
    }

    // Handles a report. False when it has to be sent again.
    private async Task<bool> TakeAsync(DeliveryReport report, DurableTaskClient durable, CancellationToken cancellation)
    {
        var rows = await outbox.FindByMessageAsync(report.MessageId, cancellation);
        if (rows.Count == 0) LogUnknownMessage(report.MessageId);
        if (report.Meaning is not { } meaning)
        {
            LogUnknownStatus(report.MessageId);
            return true;
        }

        if (rows.Any(row => row.Status == NoticeStatus.Sending)) return false;
        foreach (var row in rows)
        {
            var changed = await outbox.ReportAsync(row.Notice.Id, meaning, clock.GetUtcNow(), report.Detail, cancellation);
            if (changed) LogReported(row.Notice.Id, report.Status);
            // Also when the failure was reported before, because an earlier attempt may have ended between the report and this mail.
            if (meaning == NoticeStatus.Failed && (changed || row.Status == NoticeStatus.Failed)
                && await caseMail.EscalationOfAsync(row.Notice, cancellation) is { } escalation
                && await outbox.AddAsync(escalation, cancellation))
            {
                await workflows.ReviveAsync(durable, escalation.Owner, cancellation);
            }
        }

        return true;
    }

    private static async Task<Outcome<IReadOnlyList<Event>>> ReadAsync(HttpRequest request)
    {
        if (!(await BodyBytes.ReadAsync(request, MaxBytes)).Try(out var bytes, out var problem)) return problem;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            if (document.RootElement.ValueKind == JsonValueKind.Array && document.RootElement.EnumerateArray().All(IsEvent))
                return document.RootElement.EnumerateArray().Select(Event.Of).ToList();
        }
        catch (JsonException)
        {
            // Refused below, like JSON that is no list of events.
        }

        return Problem.Malformed("body", MailMessages.Events);
    }

    private static bool IsEvent(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty("eventType", out var type) && type.ValueKind == JsonValueKind.String
        && element.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object;

    [LoggerMessage(LogLevel.Information, "Mail {NoticeId} was reported as {Status}.")]
    private partial void LogReported(NoticeId noticeId, string status);

    [LoggerMessage(LogLevel.Information, "A delivery report about the message {MessageId} was ignored: no mail went out as it.")]
    private partial void LogUnknownMessage(Guid messageId);

    [LoggerMessage(LogLevel.Warning, "A delivery report about the message {MessageId} has a status that settles nothing.")]
    private partial void LogUnknownStatus(Guid messageId);

    [LoggerMessage(LogLevel.Information, "An event of the type {Type} was ignored.")]
    private partial void LogIgnored(string type);

    private sealed record Event(string Type, JsonElement Data)
    {
        public static Event Of(JsonElement element) =>
            new(element.GetProperty("eventType").GetString()!, element.GetProperty("data").Clone());
    }
}

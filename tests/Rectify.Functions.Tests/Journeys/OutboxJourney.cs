using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Functions.Notices;
using Rectify.Functions.Tests.Notices.Acs;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>What becomes of mails, through the app's front door and against the mail service's API.</summary>
public sealed class OutboxJourney : IAsyncLifetime
{
    private const string EventsKey = "a key of mail events";

    private AcsServer _server = null!;
    private App _app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await AcsServer.StartAsync();
        _app = await StartAsync("--Mail__EventsKey", EventsKey);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_refused_mail_is_shown_the_office_is_told_and_an_officer_sends_it_again_once()
    {
        RefuseFor("o-2@oubei.example");
        await ListAsync();

        var failed = Assert.Single(await NoticesAsync("status=failed"));
        Assert.Equal("o-2@oubei.example", failed.GetProperty("recipient").GetProperty("address").GetString());
        Assert.Equal("The mail service answered 400 (InvalidRecipient).", failed.GetProperty("detail").GetString());
        var told = Assert.Single(await NoticesAsync("status=sent"), notice => Text(notice, "template") == "undeliverable");
        Assert.Equal("office@yongjia.example", told.GetProperty("recipient").GetProperty("address").GetString());

        _server.OnSend = null;
        var id = Text(failed, "noticeId")!;
        var (first, answer) = await ResendAsync(id, "key-1");
        var (again, sameAnswer) = await ResendAsync(id, "key-1");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created, answer), (first, again, sameAnswer));
        Assert.Equal(HttpStatusCode.Conflict, (await ResendAsync(id, "key-2")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await ResendAsync(id, null)).Status);

        await _app.SettleAsync();
        var resent = Assert.Single(await NoticesAsync("status=sent"), notice => Text(notice, "resendOf") == id);
        Assert.Equal(("officer:officer", $"{id}.r1", "listing-notice"), (Text(resent, "requestedBy"), Text(resent, "noticeId"), Text(resent, "template")));
        Assert.Equal("failed", Text(Assert.Single(await NoticesAsync("status=failed")), "status"));
        Assert.Equal(HttpStatusCode.Conflict, (await ResendAsync($"{id}.r1", null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ResendAsync("nobody", null)).Status);
    }

    [Fact]
    public async Task A_resend_that_fails_too_can_be_sent_again_after_the_case_has_closed()
    {
        RefuseFor("o-2@oubei.example");
        await ListAsync();
        var id = Text(Assert.Single(await NoticesAsync("status=failed")), "noticeId")!;
        await ResendAsync(id, null);
        await _app.AdvanceAsync("2027-10-01 09:00");

        _server.OnSend = null;
        Assert.Equal(HttpStatusCode.Created, (await ResendAsync($"{id}.r1", null)).Status);
        await _app.SettleAsync();

        Assert.Equal($"{id}.r2", Text(Assert.Single(await NoticesAsync("status=sent&top=200"), notice => Text(notice, "resendOf") is not null), "noticeId"));
    }

    [Fact]
    public async Task The_outbox_is_listed_in_parts_and_for_officers_only()
    {
        var caseId = await ListAsync();

        var part = await _app.GetAsync($"/api/notices?caseId={caseId}&top=3");
        Assert.Equal(3, part.GetProperty("items").GetArrayLength());
        Assert.Equal(2, (await _app.GetAsync(part.GetProperty("nextLink").GetString()!)).GetProperty("items").GetArrayLength());
        Assert.Empty(await NoticesAsync("caseId=nobody"));
        Assert.Equal(HttpStatusCode.BadRequest, (await _app.Http.GetAsync("/api/notices?status=gone", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _app.WithoutKey.GetAsync("/api/notices", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _app.WithoutKey.PostAsync("/api/notices/x/resend", null, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_delivery_report_settles_a_mail_and_a_bounce_is_escalated_once_however_often_it_is_reported()
    {
        await ListAsync();
        var mails = await NoticesAsync("status=sent");
        var (delivered, bounced) = (Text(mails[0], "noticeId")!, Text(mails[1], "noticeId")!);
        var events = new[] { Report(delivered, "Delivered"), Report(bounced, "Bounced", "mailbox unavailable\r\n550") };

        Assert.Equal(HttpStatusCode.OK, (await ReportAsync(events)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ReportAsync(events)).StatusCode);
        await _app.SettleAsync();

        Assert.Equal(delivered, Text(Assert.Single(await NoticesAsync("status=delivered")), "noticeId"));
        var failed = Assert.Single(await NoticesAsync("status=failed"));
        Assert.Equal((bounced, "Bounced: mailbox unavailable  550"), (Text(failed, "noticeId"), Text(failed, "detail")));
        Assert.Single(await NoticesAsync("status=sent"), notice => Text(notice, "template") == "undeliverable");
    }

    [Theory]
    [InlineData("Delivered", "delivered")]
    [InlineData("Expanded", "delivered")]
    [InlineData("Bounced", "failed")]
    [InlineData("Suppressed", "failed")]
    [InlineData("Quarantined", "failed")]
    [InlineData("FilteredSpam", "failed")]
    [InlineData("Failed", "failed")]
    [InlineData("OutForDelivery", "sent")]
    public async Task Every_status_of_the_mail_service_has_its_meaning(string reported, string status)
    {
        await ListAsync();
        var id = Text((await NoticesAsync("status=sent"))[0], "noticeId")!;

        Assert.Equal(HttpStatusCode.OK, (await ReportAsync(Report(id, reported))).StatusCode);

        Assert.Equal(status, Text((await NoticesAsync("")).Single(notice => Text(notice, "noticeId") == id), "status"));
    }

    [Fact]
    public async Task A_report_that_comes_before_the_mail_is_settled_has_to_come_again()
    {
        var answer = new TaskCompletionSource();
        _server.OnSend = async (http, request) =>
        {
            await answer.Task;
            await _server.TakeAsync(http, request);
        };
        var caseId = await _app.ListAsync("2026-03-30", new { months = 6 });
        JsonElement sending = default;
        while (sending.ValueKind == JsonValueKind.Undefined) sending = (await NoticesAsync("status=sending")).FirstOrDefault();

        var report = Report(Text(sending, "noticeId")!, "Delivered");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await ReportAsync(report)).StatusCode);
        answer.SetResult();
        await _app.SettleAsync();
        Assert.Equal(HttpStatusCode.OK, (await ReportAsync(report)).StatusCode);

        Assert.Single(await NoticesAsync($"caseId={caseId}&status=delivered"));
    }

    [Fact]
    public async Task The_platform_shows_its_key_and_proves_the_address_with_the_handshake()
    {
        var handshake = new { id = "1", eventType = "Microsoft.EventGrid.SubscriptionValidationEvent", data = new { validationCode = "code-1" } };

        var answer = await ReportAsync(handshake);
        Assert.Equal("""{"validationResponse":"code-1"}""", await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(HttpStatusCode.OK, (await _app.WithoutKey.PostAsJsonAsync(
            $"/api/mail-events?key={Uri.EscapeDataString(EventsKey)}", new[] { handshake }, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _app.WithoutKey.PostAsJsonAsync("/api/mail-events", new[] { handshake }, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _app.WithoutKey.PostAsJsonAsync("/api/mail-events?key=another+key+of+mail+events", new[] { handshake }, Cancellation)).StatusCode);
        // An officer's key opens everything else.
        Assert.Equal(HttpStatusCode.Unauthorized, (await _app.PostAsync("/api/mail-events", new[] { handshake })).StatusCode);
    }

    [Fact]
    public async Task Reports_about_mails_of_others_and_events_of_another_kind_are_ignored()
    {
        await ListAsync();

        var answer = await ReportAsync(
            Report("not one of ours", "Bounced"),
            new { eventType = "Microsoft.Communication.EmailEngagementTrackingReportReceived", data = new { messageId = "x" } },
            new { eventType = "Microsoft.Communication.EmailDeliveryReportReceived", data = new { messageId = "no guid", status = "Bounced" } });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(5, (await NoticesAsync("status=sent")).Count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[{\"eventType\":\"x\"}]")]
    [InlineData("not json")]
    public async Task What_is_no_list_of_events_is_refused(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/mail-events") { Content = new StringContent(body) };
        request.Headers.Add("x-mail-events-key", EventsKey);

        Assert.Equal(HttpStatusCode.BadRequest, (await _app.WithoutKey.SendAsync(request, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Without_a_key_in_the_settings_nobody_reports_anything()
    {
        await using var closed = await StartAsync();

        foreach (var key in (string[])["", " ", EventsKey])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await closed.WithoutKey.PostAsJsonAsync(
                $"/api/mail-events?key={Uri.EscapeDataString(key)}", Array.Empty<object>(), Cancellation)).StatusCode);
        }
    }

    [Fact]
    public async Task Reminders_that_waited_until_the_deadline_was_moved_are_withdrawn()
    {
        var caseId = await ListAsync();
        await _app.AdvanceAsync("2026-09-15 08:00");
        _server.OnSend = (http, _) => AcsServer.RefuseAsync(http, 429, "TooManyRequests", "3600");
        await _app.AdvanceAsync("2026-09-15 09:30");
        Assert.Equal(4, (await NoticesAsync("status=pending")).Count);

        await _app.DoAsync(caseId, "extension", new { by = new { months = 1 }, reason = "台风", approvedBy = "县委" });
        _server.OnSend = null;
        await _app.AdvanceAsync("2026-09-15 10:30");

        var withdrawn = await NoticesAsync("status=withdrawn");
        Assert.Equal(4, withdrawn.Count);
        Assert.All(withdrawn, notice => Assert.Equal(("reminder", "The deadline was moved."), (Text(notice, "template"), Text(notice, "detail"))));
        Assert.Empty(await NoticesAsync("status=pending"));
        Assert.Equal(5, (await NoticesAsync("status=sent&top=200")).Count(notice => Text(notice, "template") == "extension"));
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();

    private static object Report(string noticeId, string status, string? message = null) => new
    {
        id = "1",
        eventType = "Microsoft.Communication.EmailDeliveryReportReceived",
        data = new { sender = "office@yongjia.example", messageId = MessageId.Of(new NoticeId(noticeId)), status, deliveryStatusDetails = new { statusMessage = message } },
    };

    private Task<App> StartAsync(params string[] more) => App.StartAsync(
        "2026-03-30 09:30", ["--Mail__Acs", _server.ConnectionString, "--Mail__Sender", "office@yongjia.example", .. more]);

    private async Task<string> ListAsync()
    {
        var caseId = await _app.ListAsync("2026-03-30", new { months = 6 });
        await _app.SettleAsync();
        return caseId;
    }

    private void RefuseFor(string address) => _server.OnSend = (http, request) =>
        request.Body.Contains(address, StringComparison.Ordinal) ? AcsServer.RefuseAsync(http, 400, "InvalidRecipient") : _server.TakeAsync(http, request);

    private Task<IReadOnlyList<JsonElement>> NoticesAsync(string query) => _app.ItemsAsync($"/api/notices?{query}");

    private async Task<(HttpStatusCode Status, string Body)> ResendAsync(string id, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/notices/{id}/resend");
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        var response = await _app.Http.SendAsync(request, Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<HttpResponseMessage> ReportAsync(params object[] events)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/mail-events") { Content = JsonContent.Create(events) };
        await request.Content.LoadIntoBufferAsync(Cancellation);
        request.Headers.Add("x-mail-events-key", EventsKey);
        return await _app.WithoutKey.SendAsync(request, Cancellation);
    }
}

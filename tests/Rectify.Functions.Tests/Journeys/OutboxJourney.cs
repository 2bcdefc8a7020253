using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Functions.Tests.Notices.Acs;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>What becomes of mails, through the app's front door and against the mail service's API.</summary>
public sealed class OutboxJourney : IAsyncLifetime
{
    private const string EventsKey = "a key of mail events";

    private AcsServer server = null!;
    private App app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await AcsServer.StartAsync();
        app = await StartAsync("--Mail__EventsKey", EventsKey);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await server.DisposeAsync();
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

        server.OnSend = null;
        var id = Text(failed, "noticeId")!;
        var (first, answer) = await ResendAsync(id, "key-1");
        var (again, sameAnswer) = await ResendAsync(id, "key-1");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created, answer), (first, again, sameAnswer));
        Assert.Equal(HttpStatusCode.Conflict, (await ResendAsync(id, "key-2")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await ResendAsync(id, null)).Status);

        await app.SettleAsync();
        var resent = Assert.Single(await NoticesAsync("status=sent"), notice => Text(notice, "resendOf") == id);
        Assert.Equal(("officer:officer", $"{id}.r1", "listing-notice"),
            (Text(resent, "requestedBy"), Text(resent, "noticeId"), Text(resent, "template")));
        Assert.Equal("failed", Text(Assert.Single(await NoticesAsync("status=failed")), "status"));
        Assert.Equal(HttpStatusCode.Conflict, (await ResendAsync($"{id}.r1", null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ResendAsync("nobody", null)).Status);
    }

    [Theory]
    [InlineData("o-2@oubei.example", "/api/officials/o-2")]
    [InlineData("liaison@oubei.example", "/api/units/yj-oubei")]
    [InlineData("bureau@yongjia.example", "/api/units/yj-oubei")]
    public async Task A_resend_goes_to_the_address_of_today_and_says_so(string old, string entry)
    {
        await app.PutAsync("/api/units/yj-oubei", Unit("陈联络", "liaison@oubei.example", "bureau@yongjia.example"));
        RefuseFor(old);
        await ListAsync();
        var failed = Assert.Single(await NoticesAsync("status=failed"));

        // The liaison officer is another person by now; the leader and the office have another address.
        await app.PutAsync(entry, old switch
        {
            "o-2@oubei.example" => new
            {
                name = "干部o-2",
                email = "new@oubei.example",
                unitId = "yj-oubei",
                post = "职务",
                role = "supervising",
                from = "2024-01-01",
            },
            "liaison@oubei.example" => Unit("林联络", "new@oubei.example", "bureau@yongjia.example"),
            _ => Unit("陈联络", "liaison@oubei.example", "new@oubei.example"),
        });

        var (status, text) = await ResendAsync(Text(failed, "noticeId")!, null);
        await app.SettleAsync();

        Assert.Equal(HttpStatusCode.Created, status);
        var answer = JsonDocument.Parse(text).RootElement;
        Assert.Equal((old, "new@oubei.example"), (Text(answer, "previousAddress"), Text(answer.GetProperty("recipient"), "address")));
        var resent = Assert.Single(await NoticesAsync("status=sent"), notice => Text(notice, "resendOf") is not null);
        Assert.Equal("new@oubei.example", Text(resent.GetProperty("recipient"), "address"));
    }

    // The mail says what concerns that person alone.
    [Fact]
    public async Task A_mail_to_a_leader_whose_address_was_taken_out_goes_to_nobody_else()
    {
        RefuseFor("o-2@oubei.example");
        await ListAsync();
        var failed = Assert.Single(await NoticesAsync("status=failed"));
        await app.PutAsync(
            "/api/officials/o-2", new { name = "干部o-2", unitId = "yj-oubei", post = "职务", role = "supervising", from = "2024-01-01" });

        var (_, text) = await ResendAsync(Text(failed, "noticeId")!, null);

        Assert.Equal("o-2@oubei.example", Text(JsonDocument.Parse(text).RootElement.GetProperty("recipient"), "address"));
    }

    [Fact]
    public async Task A_mail_to_a_successor_goes_to_the_successors_address_of_today()
    {
        await ListAsync();
        await app.PutAsync("/api/officials/o-9", Successor("o-9@oubei.example"));
        RefuseFor("o-9@oubei.example");
        await app.AdvanceAsync("2026-10-01 09:00");
        var failed = Assert.Single(await NoticesAsync("status=failed"), notice => Text(notice, "template") == "veto");
        await app.PutAsync("/api/officials/o-9", Successor("new@oubei.example"));

        var (_, text) = await ResendAsync(Text(failed, "noticeId")!, null);

        Assert.Equal("new@oubei.example", Text(JsonDocument.Parse(text).RootElement.GetProperty("recipient"), "address"));

        static object Successor(string email) =>
            new { name = "接任者", email, unitId = "yj-oubei", post = "书记", role = "principal", from = "2026-05-01" };
    }

    [Fact]
    public async Task A_resend_to_an_address_that_is_still_right_says_that_it_is_the_same()
    {
        RefuseFor("o-2@oubei.example");
        await ListAsync();

        var (_, text) = await ResendAsync(Text(Assert.Single(await NoticesAsync("status=failed")), "noticeId")!, null);

        var answer = JsonDocument.Parse(text).RootElement;
        Assert.Equal((null, "o-2@oubei.example"), (Text(answer, "previousAddress"), Text(answer.GetProperty("recipient"), "address")));
    }

    [Fact]
    public async Task A_mail_whose_recipient_was_told_otherwise_is_settled_once_and_counts_as_open_no_more()
    {
        RefuseFor("o-2@oubei.example");
        await ListAsync();
        var id = Text(Assert.Single(await NoticesAsync("status=failed")), "noticeId")!;
        var invisible = await app.PostAsync($"/api/notices/{id}/settlement", new { note = "电话\u200B告知" });
        Assert.Equal(HttpStatusCode.BadRequest, invisible.StatusCode);
        var blank = await app.PostAsync($"/api/notices/{id}/settlement", new { note = " " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, blank.StatusCode);

        var settled = await app.PostAsync($"/api/notices/{id}/settlement", new { note = "三月三十日电话告知" });
        var again = await app.PostAsync($"/api/notices/{id}/settlement", new { note = "三月三十日电话告知" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (settled.StatusCode, again.StatusCode));
        var row = Assert.Single(await NoticesAsync("status=toldOtherwise"));
        Assert.Equal((id, "officer:officer", "三月三十日电话告知"), (Text(row, "noticeId"), Text(row, "toldBy"), Text(row, "toldNote")));
        Assert.Equal("The mail service answered 400 (InvalidRecipient).", Text(row, "detail"));
        Assert.Empty(await NoticesAsync("status=failed"));
        Assert.Equal(HttpStatusCode.Conflict,
            (await app.PostAsync($"/api/notices/{id}/settlement", new { note = "当面告知" })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await ResendAsync(id, null)).Status);
        Assert.Equal(HttpStatusCode.NotFound,
            (await app.PostAsync("/api/notices/nobody/settlement", new { note = "当面告知" })).StatusCode);
        var sent = Text((await NoticesAsync("status=sent"))[0], "noticeId");
        Assert.Equal(HttpStatusCode.Conflict,
            (await app.PostAsync($"/api/notices/{sent}/settlement", new { note = "当面告知" })).StatusCode);
        Assert.DoesNotContain(id, await app.Http.GetStringAsync("/board/outbox", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resend_that_fails_too_can_be_sent_again_after_the_case_has_closed()
    {
        RefuseFor("o-2@oubei.example");
        await ListAsync();
        var id = Text(Assert.Single(await NoticesAsync("status=failed")), "noticeId")!;
        await ResendAsync(id, null);
        await app.AdvanceAsync("2027-10-01 09:00");

        server.OnSend = null;
        Assert.Equal(HttpStatusCode.Created, (await ResendAsync($"{id}.r1", null)).Status);
        await app.SettleAsync();

        Assert.Equal($"{id}.r2",
            Text(Assert.Single(await NoticesAsync("status=sent&top=200"), notice => Text(notice, "resendOf") is not null), "noticeId"));
    }

    [Fact]
    public async Task The_outbox_is_listed_in_parts_and_for_officers_only()
    {
        var caseId = await ListAsync();

        var part = await app.GetAsync($"/api/notices?caseId={caseId}&top=3");
        Assert.Equal(3, part.GetProperty("items").GetArrayLength());
        Assert.Equal(2, (await app.GetAsync(part.GetProperty("nextLink").GetString()!)).GetProperty("items").GetArrayLength());
        Assert.Empty(await NoticesAsync("caseId=nobody"));
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Http.GetAsync("/api/notices?status=gone", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.WithoutKey.GetAsync("/api/notices", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized,
            (await app.WithoutKey.PostAsync("/api/notices/x/resend", null, Cancellation)).StatusCode);
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
        await app.SettleAsync();

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
        server.OnSend = async (http, request) =>
        {
            await answer.Task;
            await server.TakeAsync(http, request);
        };
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        JsonElement sending = default;
        while (sending.ValueKind == JsonValueKind.Undefined) sending = (await NoticesAsync("status=sending")).FirstOrDefault();

        var report = Report(Text(sending, "noticeId")!, "Delivered");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await ReportAsync(report)).StatusCode);
        answer.SetResult();
        await app.SettleAsync();
        Assert.Equal(HttpStatusCode.OK, (await ReportAsync(report)).StatusCode);

        Assert.Single(await NoticesAsync($"caseId={caseId}&status=delivered"));
    }

    [Fact]
    public async Task The_platform_shows_its_key_and_proves_the_address_with_the_handshake()
    {
        var handshake =
            new { id = "1", eventType = "Microsoft.EventGrid.SubscriptionValidationEvent", data = new { validationCode = "code-1" } };

        var answer = await ReportAsync(handshake);
        Assert.Equal("""{"validationResponse":"code-1"}""", await answer.Content.ReadAsStringAsync(Cancellation));
        // Addresses are logged.
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.WithoutKey.PostAsJsonAsync(
            $"/api/mail-events?key={Uri.EscapeDataString(EventsKey)}", new[] { handshake }, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized,
            (await app.WithoutKey.PostAsJsonAsync("/api/mail-events", new[] { handshake }, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized,
            (await app.WithoutKey.PostAsJsonAsync("/api/mail-events?key=another+key+of+mail+events", new[] { handshake },
                Cancellation)).StatusCode);
        // An officer's key opens everything else.
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.PostAsync("/api/mail-events", new[] { handshake })).StatusCode);
    }

    [Fact]
    public async Task Reports_about_mails_of_others_and_events_of_another_kind_are_ignored()
    {
        await ListAsync();

        var answer = await ReportAsync(
            Report("not one of ours", "Bounced"),
            new { eventType = "Microsoft.Communication.EmailEngagementTrackingReportReceived", data = new { messageId = "x" } },
            new
            {
                eventType = "Microsoft.Communication.EmailDeliveryReportReceived",
                data = new { messageId = "no guid", status = "Bounced" },
            });

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

        Assert.Equal(HttpStatusCode.BadRequest, (await app.WithoutKey.SendAsync(request, Cancellation)).StatusCode);
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
        await app.AdvanceAsync("2026-09-15 08:00");
        server.OnSend = (http, _) => AcsServer.RefuseAsync(http, 429, "TooManyRequests", "3600");
        await app.AdvanceAsync("2026-09-15 09:30");
        Assert.Equal(4, (await NoticesAsync("status=pending")).Count);

        await app.DoAsync(caseId, "extension", new { by = new { months = 1 }, reason = "台风", approvedBy = "县委" });
        server.OnSend = null;
        await app.AdvanceAsync("2026-09-15 10:30");

        var withdrawn = await NoticesAsync("status=withdrawn");
        Assert.Equal(4, withdrawn.Count);
        Assert.All(withdrawn,
            notice => Assert.Equal(("reminder", "The deadline was moved."), (Text(notice, "template"), Text(notice, "detail"))));
        Assert.Empty(await NoticesAsync("status=pending"));
        Assert.Equal(5, (await NoticesAsync("status=sent&top=200")).Count(notice => Text(notice, "template") == "extension"));
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();

    private static object Report(string noticeId, string status, string? message = null) => new
    {
        id = "1",
        eventType = "Microsoft.Communication.EmailDeliveryReportReceived",
        data = new
        {
            sender = "office@yongjia.example",
            messageId = MessageId.Of(new NoticeId(noticeId)),
            status,
            deliveryStatusDetails = new { statusMessage = message },
        },
    };

    private Task<App> StartAsync(params string[] more) => App.StartAsync(
        "2026-03-30 09:30", ["--Mail__Acs", server.ConnectionString, "--Mail__Sender", "office@yongjia.example", .. more]);

    private static object Unit(string liaison, string email, string supervisorEmail) =>
        new { name = "瓯北街道", kind = "locality", level = "township", liaison = new { name = liaison, email }, supervisorEmail };

    private async Task<string> ListAsync()
    {
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.SettleAsync();
        return caseId;
    }

    private void RefuseFor(string address) => server.OnSend = (http, request) =>
        request.Body.Contains(address, StringComparison.Ordinal) ? AcsServer.RefuseAsync(http, 400, "InvalidRecipient")
            : server.TakeAsync(http, request);

    private Task<IReadOnlyList<JsonElement>> NoticesAsync(string query) => app.ItemsAsync($"/api/notices?{query}");

    private async Task<(HttpStatusCode Status, string Body)> ResendAsync(string id, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/notices/{id}/resend");
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        var response = await app.Http.SendAsync(request, Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<HttpResponseMessage> ReportAsync(params object[] events)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/mail-events") { Content = JsonContent.Create(events) };
        await request.Content.LoadIntoBufferAsync(Cancellation);
        request.Headers.Add("x-mail-events-key", EventsKey);
        return await app.WithoutKey.SendAsync(request, Cancellation);
    }
}

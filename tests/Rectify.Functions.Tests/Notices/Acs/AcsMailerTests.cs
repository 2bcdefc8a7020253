using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Rectify.Functions.Mail;
using Rectify.Mail.Acs;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Tests.Notices.Acs;

public sealed class AcsMailerTests : IAsyncLifetime
{
    private static readonly Notice Mail = CaseStories.VetoImposed.Mails()[1];

    private AcsServer server = null!;
    private AcsMailer mailer = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await AcsServer.StartAsync();
        mailer = Mailer(server.ConnectionString);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_mail_is_handed_over_signed_and_under_the_id_that_names_it()
    {
        Assert.Equal(new Handover.Accepted(), await mailer.SendAsync(Mail, Cancellation));

        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/emails:send?api-version=2025-09-01"), (request.Method, request.PathAndQuery));
        Assert.Equal(MessageId.Of(Mail.Id), Guid.ParseExact(request.OperationId!, "D"));
        Assert.Equal(
            JsonSerializer.Serialize(new
            {
                headers = new Dictionary<string, string> { ["X-Rectify-Notice"] = Mail.Id.Value },
                senderAddress = "office@yongping.example",
                content = new { subject = Mail.Subject, plainText = Mail.Body },
                recipients = new { to = new[] { new { address = "chen@oubei.example", displayName = "陈建国" } } },
                userEngagementTrackingDisabled = true,
            }),
            JsonSerializer.Serialize(JsonElement.Parse(request.Body)));
    }

    [Fact]
    public async Task Answers_go_to_the_office_where_another_address_sends()
    {
        var sender = new AcsSender(server.ConnectionString, TimeSpan.FromSeconds(20));
        await new AcsMailer(sender, "donotreply@yongping.example", new Recipient("永平县平安办", "office@yongping.example"))
            .SendAsync(Mail, Cancellation);

        var body = JsonElement.Parse(Assert.Single(server.Requests).Body);
        var replyTo = Assert.Single(body.GetProperty("replyTo").EnumerateArray());
        Assert.Equal(
            ("office@yongping.example", "永平县平安办"),
            (replyTo.GetProperty("address").GetString(), replyTo.GetProperty("displayName").GetString()));
    }

    [Fact]
    public async Task With_a_wrong_key_nothing_is_lost_and_somebody_has_to_look()
    {
        var wrong = Mailer($"endpoint={server.Endpoint}/;accesskey={Convert.ToBase64String("another key"u8)}");

        var notNow = Assert.IsType<Handover.NotNow>(await wrong.SendAsync(Mail, Cancellation));

        Assert.Equal(TimeSpan.FromMinutes(15), notNow.RetryAfter);
        Assert.Equal("The mail service answered 401 (Denied). Look at the settings.", notNow.Detail);
        Assert.Equal("The mail service answers 401.",
            (await Assert.ThrowsAsync<IOException>(() => wrong.CheckAsync(Cancellation))).Message);
        await mailer.CheckAsync(Cancellation);
    }

    [Theory]
    [InlineData(429, "17", 17)]
    [InlineData(503, "3600", 3600)]
    [InlineData(429, null, null)]
    [InlineData(503, "soon", null)]
    public async Task A_service_that_is_busy_is_left_alone_as_long_as_it_asks(int status, string? retryAfter, int? seconds)
    {
        server.OnSend = (http, _) => AcsServer.RefuseAsync(http, status, "TooManyRequests", retryAfter);

        var notNow = Assert.IsType<Handover.NotNow>(await mailer.SendAsync(Mail, Cancellation));

        Assert.Equal(seconds, (int?)notNow.RetryAfter?.TotalSeconds);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_instant_to_come_again_is_read_on_the_services_own_clock()
    {
        var now = new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);
        server.OnSend = (http, _) =>
        {
            http.Response.Headers.Date = now.ToString("r", CultureInfo.InvariantCulture);
            return AcsServer.RefuseAsync(http, 429, "TooManyRequests", now.AddSeconds(90).ToString("r", CultureInfo.InvariantCulture));
        };

        Assert.Equal(TimeSpan.FromSeconds(90), Assert.IsType<Handover.NotNow>(await mailer.SendAsync(Mail, Cancellation)).RetryAfter);
    }

    [Theory]
    [InlineData(400, "InvalidRecipient")]
    [InlineData(413, "TooLarge")]
    [InlineData(422, "Unprocessable")]
    public async Task A_mail_that_the_service_refuses_has_failed_with_status_and_code_and_no_text_of_the_answer(int status, string code)
    {
        server.OnSend = (http, _) => AcsServer.RefuseAsync(http, status, code);

        Assert.Equal(new Handover.Refused($"The mail service answered {status} ({code})."), await mailer.SendAsync(Mail, Cancellation));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(408)]
    [InlineData(409)]
    public async Task After_an_answer_that_leaves_doubt_the_service_is_asked_and_never_sent_to_again(int status)
    {
        server.OnSend = (http, _) => AcsServer.RefuseAsync(http, status, "Oops");
        Assert.IsType<Handover.Unknown>(await mailer.SendAsync(Mail, Cancellation));
        Assert.Equal(["POST", "GET"], server.Requests.Select(request => request.Method));
        Assert.Equal($"/emails/operations/{MessageId.Of(Mail.Id)}?api-version=2025-09-01", server.Requests[1].PathAndQuery);

        server.OnSend = async (http, request) =>
        {
            server.Operations[request.OperationId!] = "Running";
            await AcsServer.RefuseAsync(http, status, "Oops");
        };
        Assert.Equal(new Handover.Accepted(), await mailer.SendAsync(Mail, Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_is_reset_after_the_request_was_read_leaves_the_service_to_say_what_became_of_it(bool taken)
    {
        server.OnSend = (http, request) =>
        {
            if (taken) server.Operations[request.OperationId!] = "Succeeded";
            http.Abort();
            return Task.CompletedTask;
        };

        var handover = await mailer.SendAsync(Mail, Cancellation);

        Assert.IsType(taken ? typeof(Handover.Accepted) : typeof(Handover.Unknown), handover);
        Assert.Single(server.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task An_answer_that_does_not_come_leaves_doubt()
    {
        var impatient = new AcsMailer(new AcsSender(server.ConnectionString, TimeSpan.FromMilliseconds(500)), "office@yongping.example");
        server.OnSend = (http, _) => server.BeSilentAsync(http);

        Assert.IsType<Handover.Unknown>(await impatient.SendAsync(Mail, Cancellation));
        Assert.Single(server.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_leaves_the_service_to_say_what_became_of_it()
    {
        server.OnSend = (http, request) =>
        {
            server.Operations[request.OperationId!] = "Running";
            http.Response.StatusCode = 202;
            return Task.CompletedTask;
        };

        Assert.Equal(new Handover.Accepted(), await mailer.SendAsync(Mail, Cancellation));
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_has_taken_nothing()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var endpoint = $"http://{closed.LocalEndpoint}/";
        closed.Stop();
        var mailer = Mailer($"endpoint={endpoint};accesskey={AcsServer.Key}");

        Assert.Equal(new Handover.NotNow("The mail service cannot be reached."), await mailer.SendAsync(Mail, Cancellation));
        await Assert.ThrowsAsync<IOException>(() => mailer.CheckAsync(Cancellation));
    }

    [Theory]
    [InlineData("NotStarted", typeof(Handover.Accepted))]
    [InlineData("Running", typeof(Handover.Accepted))]
    [InlineData("Succeeded", typeof(Handover.Accepted))]
    [InlineData("Failed", typeof(Handover.Refused))]
    [InlineData("Canceled", typeof(Handover.Refused))]
    [InlineData(null, typeof(Handover.Unknown))]
    public async Task The_service_says_what_became_of_the_mail_of_a_lost_sender(string? status, Type answer)
    {
        if (status is not null) server.Operations[MessageId.Of(Mail.Id).ToString()] = status;

        Assert.IsType(answer, await mailer.AskAsync(Mail, Cancellation));
        Assert.DoesNotContain(server.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task A_service_that_cannot_be_asked_now_is_asked_later()
    {
        server.OnAsk = http => AcsServer.RefuseAsync(http, 500, "Oops");

        Assert.IsType<Handover.NotNow>(await mailer.AskAsync(Mail, Cancellation));
    }

    [Fact]
    public async Task An_address_that_could_start_another_header_is_refused_before_anything_is_sent()
    {
        var handover = await mailer.SendAsync(
            Mail with { Recipient = new Recipient("王敏", "wang@oubei.example\r\nBcc: all@oubei.example") },
            Cancellation);

        Assert.IsType<Handover.Refused>(handover);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_subject_and_a_name_of_an_earlier_version_are_handed_over_in_one_line()
    {
        await mailer.SendAsync(
            Mail with { Subject = "一\r\nBcc: all", Recipient = new Recipient("王敏\r\nBcc: all", "wang@oubei.example") }, Cancellation);

        var body = server.Requests.Single().Body;
        Assert.DoesNotContain("\\n" + "Bcc", body, StringComparison.Ordinal);
        Assert.Contains("Bcc: all", body, StringComparison.Ordinal);
    }

    private static AcsMailer Mailer(string connectionString) =>
        new(new AcsSender(connectionString, TimeSpan.FromSeconds(20)), "office@yongping.example");
}

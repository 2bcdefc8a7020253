using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;
using Rectify.Mail.Smtp;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Tests.Notices.Smtp;

public class SmtpMailerTests
{
    private static readonly Recipient Sender = new("永平县平安办", "office@yongping.example");
    private static readonly Notice Mail = CaseStories.VetoImposed.Mails()[1];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("none")]
    [InlineData("startTls")]
    [InlineData("implicit")]
    public async Task A_mail_arrives_as_it_was_planned(string tls)
    {
        await using var server = await MailServer.StartAsync(Tls(tls));
        var mailer = new SmtpMailer(server.Settings, Sender);

        await mailer.CheckAsync(Cancellation);
        Assert.Equal(new Handover.Accepted(), await mailer.SendAsync(Mail, Cancellation));

        var taken = await server.TakenAsync();
        Assert.Equal((Sender.Address, tls == "none" ? null : "office", tls != "none"), (taken.From, taken.User, taken.Secure));
        Assert.Equal([Mail.Recipient.Address], taken.To);
        using var message = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(taken.Raw)), Cancellation);
        Assert.Equal(Mail.Subject, message.Subject);
        Assert.Equal(Mail.Body, message.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal($"{Mail.Id}@yongping.example", message.MessageId);
        Assert.Equal(Mail.Id.Value, message.Headers["X-Rectify-Notice"]);
    }

    [Theory]
    [InlineData("rcpt-550", typeof(Handover.Refused), "The mail server answered 550.")]
    [InlineData("rcpt-553", typeof(Handover.Refused), "The mail server answered 553.")]
    [InlineData("data-554", typeof(Handover.Refused), "The mail server answered 554.")]
    [InlineData("rcpt-450", typeof(Handover.PutOff), "The mail server answered 450.")]
    [InlineData("rcpt-452", typeof(Handover.PutOff), "The mail server answered 452.")]
    [InlineData("data-451", typeof(Handover.PutOff), "The mail server answered 451.")]
    [InlineData("rcpt-421", typeof(Handover.NotNow), "The mail server answered 421.")]
    public async Task A_refusal_for_good_a_refusal_for_now_and_a_server_that_closes_are_told_apart(string recipient, Type handover,
        string detail)
    {
        await using var server = await MailServer.StartAsync(SmtpTls.StartTls);

        var answer = await SendToAsync(server.Settings, recipient);

        Assert.IsType(handover, answer);
        Assert.Contains($"Detail = {detail}", answer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret.example", answer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_last_byte_leaves_the_outcome_unknown()
    {
        await using var server = await MailServer.StartAsync(SmtpTls.StartTls);

        Assert.IsType<Handover.Unknown>(await SendToAsync(server.Settings, "cut-end"));
        Assert.Equal(["cut-end@oubei.example"], (await server.TakenAsync()).To);
    }

    [Fact]
    public async Task A_server_that_does_not_confirm_in_time_leaves_the_outcome_unknown()
    {
        await using var server = await MailServer.StartAsync(SmtpTls.None);
        var impatient = With(server.Settings, timeLimit: TimeSpan.FromSeconds(1));

        Assert.IsType<Handover.Unknown>(await SendToAsync(impatient, "silent"));
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_content_has_taken_nothing()
    {
        await using var server = await MailServer.StartAsync(SmtpTls.StartTls);

        Assert.IsType<Handover.NotNow>(await SendToAsync(server.Settings, "cut-rcpt"));
    }

    // The server may have the content although it is not seen to: nobody can tell, and so a person decides.
    [Fact]
    public async Task A_connection_that_breaks_within_the_content_leaves_the_outcome_unknown()
    {
        await using var server = await MailServer.StartAsync(SmtpTls.StartTls);

        Assert.IsType<Handover.Unknown>(await SendToAsync(server.Settings, "cut-content"));
    }

    [Fact]
    public async Task A_wrong_password_is_for_a_person_to_mend_and_stands_in_no_text()
    {
        await using var server = await MailServer.StartAsync(SmtpTls.StartTls);
        var wrong = With(server.Settings, signIn: new NetworkCredential("office", "wrong horse"));

        var notNow = Assert.IsType<Handover.NotNow>(await SendToAsync(wrong, "wang"));
        var failed = await Assert.ThrowsAsync<IOException>(() => new SmtpMailer(wrong, Sender).CheckAsync(Cancellation));

        Assert.Equal(("The mail server refuses user and password.", TimeSpan.FromMinutes(15)), (notNow.Detail, notNow.RetryAfter));
        Assert.DoesNotContain("horse", $"{failed} {wrong}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("startTls")]
    [InlineData("implicit")]
    public async Task A_certificate_that_nobody_vouches_for_is_not_trusted(string tls)
    {
        await using var server = await MailServer.StartAsync(Tls(tls));

        Assert.IsType<Handover.NotNow>(await SendToAsync(With(server.Settings, fingerprint: new byte[32]), "wang"));
        Assert.IsType<Handover.NotNow>(await SendToAsync(With(server.Settings, fingerprint: null), "wang"));
    }

    [Fact]
    public async Task A_server_that_does_not_offer_protection_is_told_nothing()
    {
        await using var server = await MailServer.StartAsync(SmtpTls.None);
        var protectedOnly = new SmtpSettings
        {
            Host = server.Settings.Host,
            Port = server.Settings.Port,
            Tls = SmtpTls.StartTls,
            SignIn = new NetworkCredential("office", "right horse"),
        };

        Assert.IsType<Handover.NotNow>(await SendToAsync(protectedOnly, "wang"));
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_has_taken_nothing()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        var settings = new SmtpSettings { Host = "127.0.0.1", Port = port, Tls = SmtpTls.None };

        Assert.IsType<Handover.NotNow>(await SendToAsync(settings, "wang"));
        await Assert.ThrowsAsync<IOException>(() => new SmtpMailer(settings, Sender).CheckAsync(Cancellation));
    }

    [Fact]
    public async Task A_mail_server_cannot_be_asked_what_became_of_a_mail()
    {
        var mailer = new SmtpMailer(new SmtpSettings { Host = "127.0.0.1", Port = 25, Tls = SmtpTls.None }, Sender);

        Assert.Equal(RepeatPolicy.NeverBlindly, mailer.Repeat);
        Assert.IsType<Handover.Unknown>(await mailer.AskAsync(Mail, Cancellation));
    }

    private static SmtpTls Tls(string name) =>
        Domain.WireName.TryParse<SmtpTls>(name, out var tls) ? tls : throw new ArgumentException(name);

    private static Task<Handover> SendToAsync(SmtpSettings settings, string recipient) => new SmtpMailer(settings, Sender).SendAsync(
        Mail with { Recipient = Mail.Recipient with { Address = $"{recipient}@oubei.example" } }, Cancellation);

    private static SmtpSettings With(SmtpSettings settings, NetworkCredential? signIn = null, TimeSpan? timeLimit = null) =>
        With(settings, settings.Fingerprint, signIn, timeLimit);

    private static SmtpSettings With(SmtpSettings settings, byte[]? fingerprint, NetworkCredential? signIn = null,
        TimeSpan? timeLimit = null) => new()
        {
            Host = settings.Host,
            Port = settings.Port,
            Tls = settings.Tls,
            SignIn = signIn ?? settings.SignIn,
            Fingerprint = fingerprint,
            TimeLimit = timeLimit ?? settings.TimeLimit,
        };
}

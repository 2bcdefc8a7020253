using System.Net;
using Azure.Core.Diagnostics;
using Rectify.Functions.Mail;
using Rectify.Functions.Tests.Notices.Acs;
using Rectify.Functions.Tests.Notices.Smtp;
using Rectify.Functions.Tests.State;
using Rectify.Mail.Acs;
using Rectify.Mail.Smtp;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Tests.Notices;

/// <summary>No access key and no password in a log, a mail, an outbox row or an exception, whatever goes wrong.</summary>
public class MailSecretsTests
{
    private static readonly Notice[] Mails = [.. CaseStories.ListingNotice.Mails(), .. CaseStories.VetoImposed.Mails()];

    private readonly HeldLog<OutboxDispatcher> log = new();
    private readonly HeldOutbox outbox = new();
    private readonly List<string> seen = [];

    [Fact]
    public async Task The_access_key_of_the_mail_service_stays_where_it_is()
    {
        await using var server = await AcsServer.StartAsync();
        int[] answers = [202, 400, 401, 429, 500];
        var asked = 0;
        server.OnSend = (http, request) => answers[asked++ % answers.Length] is var status and not 202
            ? AcsServer.RefuseAsync(http, status, "Oops")
            : server.TakeAsync(http, request);
        var events = new List<string>();
        using var listener = new AzureEventSourceListener((_, text) =>
        {
            lock (events) events.Add(
            text);
        }, System.Diagnostics.Tracing.EventLevel.LogAlways);

        await SendAllAsync(new AcsMailer(new AcsSender(server.ConnectionString, TimeSpan.FromSeconds(20)), "office@yongping.example"));

        // The listener hears the clients of other tests too, which go on.
        string[] heard;
        lock (events) heard = [.. events];
        Assert.NotEmpty(heard);
        Assert.All([.. seen, .. heard, .. server.Requests.Select(request => request.Body)],
            text => Assert.DoesNotContain(AcsServer.Key, text, StringComparison.Ordinal));
        Assert.All(heard, text => Assert.DoesNotContain("Signature=", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_password_of_the_mail_server_stays_where_it_is()
    {
        await using var server = await MailServer.StartAsync(SmtpTls.StartTls);
        await SendAllAsync(new SmtpMailer(server.Settings, CaseStory.Office));
        await SendAllAsync(new SmtpMailer(
            new SmtpSettings
            {
                Host = server.Settings.Host,
                Port = server.Settings.Port,
                Tls = SmtpTls.StartTls,
                Fingerprint = server.Settings.Fingerprint,
                SignIn = new NetworkCredential("office", "wrong horse"),
            },
            CaseStory.Office));

        seen.Add((await server.TakenAsync()).Raw);
        Assert.All(seen, text => Assert.DoesNotContain("horse", text, StringComparison.Ordinal));
    }

    private async Task SendAllAsync(IMailer mailer)
    {
        var clock = new StoppedClock(CaseStory.Instant(2026, 10, 1));
        foreach (var mail in Mails)
        {
            if (await outbox.FindAsync(mail.Id, TestContext.Current.CancellationToken) is null) outbox.Hold(mail);
            var pace = new Pace(null, null, new HeldState(), clock);
            await new OutboxDispatcher(outbox, new MailSender(outbox, mailer, new ScriptedCaseMail(), pace, clock, log), clock).SendAsync(
                CaseStory.Case, null, TestContext.Current.CancellationToken);
        }

        try
        {
            await mailer.CheckAsync(TestContext.Current.CancellationToken);
        }
        catch (IOException failed)
        {
            seen.Add(failed.ToString());
        }

        Assert.NotEmpty(log.Lines);
        seen.AddRange(log.Lines);
        seen.AddRange(outbox.Rows.Select(row => row.ToString()));
    }
}

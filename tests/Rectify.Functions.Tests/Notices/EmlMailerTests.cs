using MimeKit;
using Rectify.Mail.Files;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Tests.Notices;

public sealed class EmlMailerTests : IDisposable
{
    private static readonly Recipient Sender = new("永平县平安办（自动发送）", "noreply@yongping.example");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rectify-mail-");
    private readonly EmlMailer mailer;

    public EmlMailerTests() => mailer = new EmlMailer(folder.FullName, Sender);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_mail_reads_back_as_it_was_planned()
    {
        var notice = CaseStories.VetoImposed.Mails()[1];

        await SendAsync(notice);

        var message = Read(Assert.Single(Files()));
        Assert.Equal(notice.Subject, message.Subject);
        Assert.Equal(notice.Body, message.TextBody?.ReplaceLineEndings("\n"));
        Assert.Equal(new MailboxAddress(notice.Recipient.Name, notice.Recipient.Address), Assert.Single(message.To.Mailboxes));
        Assert.Equal(new MailboxAddress(Sender.Name, Sender.Address), Assert.Single(message.From.Mailboxes));
        Assert.Equal(notice.CreatedAt, message.Date);
        Assert.Equal($"{notice.Id}@yongping.example", message.MessageId);
        Assert.Equal(notice.Id.Value, message.Headers["X-Rectify-Notice"]);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal("text/plain", message.Body?.ContentType.MimeType);
        Assert.Equal("utf-8", message.Body?.ContentType.Charset);
    }

    [Theory]
    [InlineData("office@yongping.example", "office@yongping.example")]
    [InlineData("noreply@yongping.example", null)]
    [InlineData(null, null)]
    public void Answers_go_to_the_office_where_another_address_sends(string? office, string? expected)
    {
        using var message = EmlMessage.Of(
            CaseStories.DueSoon.Mails()[0], new MailboxAddress(Sender.Name, Sender.Address),
            office is null ? null : new MailboxAddress("永平县平安办", office));

        Assert.Equal(expected is null ? [] : [expected], message.ReplyTo.Mailboxes.Select(mailbox => mailbox.Address));
    }

    [Fact]
    public async Task The_file_is_named_after_the_notice_and_holds_only_ascii()
    {
        var notice = CaseStories.DueSoon.Mails()[0];

        await SendAsync(notice);

        var file = Assert.Single(Files());
        Assert.Equal($"{notice.Id}.eml", Path.GetFileName(file));
        Assert.All(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), b => Assert.InRange(b, 9, 126));
    }

    [Fact]
    public async Task Sending_again_leaves_one_file_with_the_same_bytes()
    {
        var notice = CaseStories.DueSoon.Mails()[0];

        await SendAsync(notice);
        var first = await File.ReadAllBytesAsync(Files().Single(), TestContext.Current.CancellationToken);
        await SendAsync(notice);

        Assert.Equal(RepeatPolicy.Repeatable, mailer.Repeat);
        Assert.Equal(first, await File.ReadAllBytesAsync(Assert.Single(Files()), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_folder_tells_whether_it_has_a_mail()
    {
        var notice = CaseStories.DueSoon.Mails()[0];
        Assert.IsType<Handover.NotNow>(await mailer.AskAsync(notice, TestContext.Current.CancellationToken));

        await SendAsync(notice);
        Assert.IsType<Handover.Accepted>(await mailer.AskAsync(notice, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_a_lost_attempt_left_behind_does_no_harm()
    {
        var notice = CaseStories.DueSoon.Mails()[0];
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, $".{notice.Id}.tmp"), new string('x', 100_000), TestContext.Current.CancellationToken);

        await SendAsync(notice);

        Assert.Equal(notice.Subject, Read(Assert.Single(Files())).Subject);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_to_be_tried_again()
    {
        var file = Path.Combine(folder.FullName, "a-file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        Assert.IsType<Handover.NotNow>(
            await new EmlMailer(file, Sender).SendAsync(CaseStories.DueSoon.Mails()[0], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_check_tells_whether_the_folder_can_be_written_and_leaves_nothing()
    {
        await mailer.CheckAsync(TestContext.Current.CancellationToken);
        Assert.Empty(Files());

        var file = Path.Combine(folder.FullName, "a-file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<IOException>(() => new EmlMailer(file, Sender).CheckAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    // a second header
    [InlineData("王敏", "wang@oubei.example\r\nBcc: all@oubei.example")]
    // a second recipient
    [InlineData("王敏", "wang@oubei.example, all@oubei.example")]
    [InlineData("王敏", "wang@oubei.example;all@oubei.example")]
    [InlineData("王敏", "all: wang@oubei.example;")]
    // a hidden name
    [InlineData("王敏", "boss <wang@oubei.example>")]
    [InlineData("王敏", "wang@oubei.example (boss)")]
    // no address
    [InlineData("王敏", "")]
    [InlineData("王敏", "wang")]
    [InlineData("王敏", "wang@")]
    [InlineData("王敏", "@oubei.example")]
    [InlineData("王敏", "wang @oubei.example")]
    public async Task A_recipient_that_is_not_one_plain_mailbox_is_refused(string name, string address)
    {
        var notice = CaseStories.DueSoon.Mails()[0] with { Recipient = new Recipient(name, address) };

        var refused = Assert.IsType<Handover.Refused>(await SendAsync(notice));

        Assert.DoesNotContain("oubei", refused.Detail);
        Assert.Empty(folder.GetFiles());
    }

    [Theory]
    [InlineData("王敏, 陈建国 <all@oubei.example>")]
    [InlineData("=?utf-8?B?546L?=")]
    [InlineData("\"王敏\"")]
    public async Task A_name_stays_a_name_whatever_stands_in_it(string name)
    {
        await SendAsync(CaseStories.DueSoon.Mails()[0] with { Recipient = new Recipient(name, "wang@oubei.example") });

        var mailbox = Assert.Single(Read(Files().Single()).To.Mailboxes);
        Assert.Equal("wang@oubei.example", mailbox.Address);
    }

    [Fact]
    public async Task A_subject_or_a_name_that_an_earlier_version_took_with_line_breaks_stands_in_one_line()
    {
        await SendAsync(CaseStories.DueSoon.Mails()[0] with
        {
            Subject = "永平安督〔2026〕\r\n3号\nBcc: all@oubei.example\u200B",
            Recipient = new Recipient("王\n伟\u2028", "wang@oubei.example"),
        });

        var message = Read(Files().Single());
        Assert.Equal("永平安督〔2026〕 3号 Bcc: all@oubei.example", message.Subject);
        Assert.Empty(message.Bcc);
        Assert.Equal(("王 伟", "wang@oubei.example"), (Assert.Single(message.To.Mailboxes).Name, message.To.Mailboxes.Single().Address));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../outside")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a..b")]
    [InlineData(".hidden")]
    [InlineData("王敏")]
    public async Task An_id_that_could_leave_the_folder_is_refused(string id)
    {
        var refused = Assert.IsType<Handover.Refused>(await SendAsync(CaseStories.DueSoon.Mails()[0] with { Id = new NoticeId(id) }));

        Assert.StartsWith("A notice id", refused.Detail);
    }

    private Task<Handover> SendAsync(Notice notice) => mailer.SendAsync(notice, TestContext.Current.CancellationToken);

    private static MimeMessage Read(string file) => MimeMessage.Load(file, TestContext.Current.CancellationToken);

    private string[] Files() => [.. folder.GetFiles().Select(file => file.FullName)];
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Board.Forms;
using Rectify.Domain.Messages;
using Rectify.Functions.Tests.Journeys;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Tests.Board;

public sealed class OutboxPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_state_of_a_mail_has_words_of_its_own() => Assert.All(
        Enum.GetValues<Language>(),
        language => Assert.Distinct(Enum.GetValues<NoticeStatus>().Select(state => Names.Of(state, language))));

    [Fact]
    public async Task A_mail_that_failed_or_of_which_nobody_knows_stands_on_top_and_can_be_read()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.SettleAsync();
        var before = await app.Http.GetStringAsync("/board/outbox", Cancellation);

        // The mail system reports later that a mailbox does not exist.
        var outbox = app.Services.GetRequiredService<IOutbox>();
        var mail = (await outbox.ListAsync(null, NoticeStatus.Sent, 10, null, Cancellation)).Items[0].Notice;
        Assert.True(await outbox.ReportAsync(mail.Id, NoticeStatus.Failed, app.Now, "550 <no such user>", Cancellation));
        var after = await app.Http.GetStringAsync("/board/outbox", Cancellation);

        Assert.DoesNotContain(mail.Id.Value, before, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/board/outbox/{mail.Id}\">{WebUtility.HtmlEncode(mail.Subject)}</a>", after, StringComparison.Ordinal);
        Assert.Contains("550 &lt;no such user&gt;", after, StringComparison.Ordinal);

        var letter = await app.Http.GetStringAsync($"/board/outbox/{mail.Id}", Cancellation);
        Assert.Contains(WebUtility.HtmlEncode(mail.Recipient.Address), letter, StringComparison.Ordinal);
        Assert.All(mail.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Contains(line, WebUtility.HtmlDecode(letter), StringComparison.Ordinal));
        Assert.Contains($"href=\"/board/cases/{caseId}\"", letter, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "现登记的地址", "已登记为另行告知")]
    [InlineData("en", "the address in the register today", "entered as told by other means")]
    public async Task The_page_of_a_failed_mail_says_where_a_resend_goes_and_takes_that_its_reader_was_told(
        string language, string where, string done)
    {
        await using var app = await App.StartAsync(
            "2026-03-30 09:00",
            "--Access:Keys:0:Name", "officer", "--Access:Keys:0:Role", "officer", "--Access:Keys:0:Key", "officer-key-of-a-test");
        await app.ListAsync("2026-03-30", new { months = 6 });
        await app.SettleAsync();
        var outbox = app.Services.GetRequiredService<IOutbox>();
        var sent = await outbox.ListAsync(null, NoticeStatus.Sent, 10, null, Cancellation);
        var mail = sent.Items.First(row => row.Notice.Recipient.Address == "o-1@oubei.example").Notice;
        Assert.True(await outbox.ReportAsync(mail.Id, NoticeStatus.Failed, app.Now, "550", Cancellation));
        await app.PutAsync("/api/officials/o-1", new
        {
            name = "干部o-1",
            email = "today@oubei.example",
            unitId = "yj-oubei",
            post = "职务",
            role = "principal",
            from = "2024-01-01",
        });
        using var officer = new Browser(app);
        await officer.SignInAsync("officer-key-of-a-test", $"/board/outbox/{mail.Id}");

        var page = await officer.GetAsync($"/board/outbox/{mail.Id}?lang={language}");
        Assert.Contains("today@oubei.example", page.Text, StringComparison.Ordinal);
        Assert.Contains(where, WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);

        var ticket = PageForm.Of(page).Text(FormModel.TicketName)!;
        var told = await officer.PostAsync(
            $"/board/outbox/{mail.Id}",
            new() { [FormModel.TicketName] = ticket, [FormModel.StepName] = "told", ["note"] = "电话告知" });
        Assert.Equal(HttpStatusCode.SeeOther, told.Status);
        var after = WebUtility.HtmlDecode((await officer.GetAsync(told.Location!)).Text);
        Assert.Contains(done, after, StringComparison.Ordinal);
        Assert.Contains("电话告知（officer）", after, StringComparison.Ordinal);
        Assert.DoesNotContain(mail.Id.Value, (await officer.GetAsync("/board/outbox")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_sends_a_failed_mail_again_once_however_often_the_button_is_pressed()
    {
        await using var app = await App.StartAsync(
            "2026-03-30 09:00",
            "--Access:Keys:0:Name", "officer", "--Access:Keys:0:Role", "officer", "--Access:Keys:0:Key", "officer-key-of-the-tests",
            "--Access:Keys:1:Name", "auditor", "--Access:Keys:1:Role", "auditor", "--Access:Keys:1:Key", "auditor-key-of-the-tests");
        await app.ListAsync("2026-03-30", new { months = 6 });
        await app.SettleAsync();
        var outbox = app.Services.GetRequiredService<IOutbox>();
        var mail = (await outbox.ListAsync(null, NoticeStatus.Sent, 10, null, Cancellation)).Items[0].Notice;
        var address = $"/board/outbox/{mail.Id}";
        using var officer = new Browser(app);
        await officer.SignInAsync("officer-key-of-the-tests", address);
        Assert.DoesNotContain("<form class=\"actions\"", (await officer.GetAsync(address)).Text, StringComparison.Ordinal);
        Assert.True(await outbox.ReportAsync(mail.Id, NoticeStatus.Failed, app.Now, "550", Cancellation));

        using var auditor = new Browser(app);
        await auditor.SignInAsync("auditor-key-of-the-tests", address);
        Assert.DoesNotContain("<form class=\"actions\"", (await auditor.GetAsync(address)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.PostAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostAsync(address, new() { [FormModel.TicketName] = "made-up" })).Status);

        var form = PageForm.Of(await officer.GetAsync(address));
        var sent = await officer.PressAsync(form, "");
        var again = await officer.PressAsync(form, "");
        Assert.Equal((HttpStatusCode.SeeOther, $"/board/outbox/{mail.Id}.r1"), (sent.Status, sent.Location));
        Assert.Equal(sent.Location, again.Location);
        Assert.Contains("已加入发件箱", (await officer.GetAsync(sent.Location!)).Text, StringComparison.Ordinal);

        await app.SettleAsync();
        Assert.Equal(NoticeStatus.Sent, (await outbox.FindAsync(new NoticeId($"{mail.Id}.r1"), Cancellation))!.Status);
        // Opened anew, the form is another request: of one mail there is one resend.
        Assert.Equal(HttpStatusCode.Conflict, (await officer.PressAsync(PageForm.Of(await officer.GetAsync(address)), "")).Status);
    }

    [Fact]
    public async Task A_changed_entry_is_named_on_the_page_of_the_check()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        Assert.Contains("完整", await app.Http.GetStringAsync($"/board/audit?check=yes&caseId={caseId}", Cancellation),
            StringComparison.Ordinal);

        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection(
            $"Data Source={Path.Combine(app.Folder, "ledger.db")};Pooling=False"))
        {
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "DROP TRIGGER events_are_never_changed; UPDATE events SET actor = 'officer:nobody' WHERE sequence = 2";
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        var page = await app.Http.GetStringAsync("/board/audit?check=yes", Cancellation);

        Assert.Contains("有断裂", page, StringComparison.Ordinal);
        Assert.Matches($"<a href=\"/board/cases/{caseId}\">{caseId}</a> 自第 2 条起", page);
    }
}

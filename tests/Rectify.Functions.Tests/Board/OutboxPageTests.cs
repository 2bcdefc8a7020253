using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Functions.Notices;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

public sealed class OutboxPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

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
        Assert.All(mail.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains(line, WebUtility.HtmlDecode(letter), StringComparison.Ordinal));
        Assert.Contains($"href=\"/board/cases/{caseId}\"", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_entry_is_named_on_the_page_of_the_check()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        Assert.Contains("完整", await app.Http.GetStringAsync($"/board/audit?check=yes&caseId={caseId}", Cancellation), StringComparison.Ordinal);

        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(app.Folder, "ledger.db")};Pooling=False"))
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

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Functions.Tests.Journeys;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Tests.Board;

public sealed class HealthPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_works_is_said_in_words_and_nothing_is_left_undone()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        await app.ListAsync("2026-03-30", new { months = 6 });
        await app.SettleAsync();

        var page = PageForm.Parse(await app.Http.GetStringAsync("/board/health", Cancellation)).QuerySelector("main")!;

        Assert.Equal(["台账存储", "流程存储", "邮件系统", "工作日历", "每小时核对", "时钟", "设置中的密钥"],
            page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.All(page.QuerySelectorAll("tbody .light"), light => Assert.Equal("正常", light.TextContent));
        Assert.StartsWith("系统正常", page.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("没有。到期的步骤都已登记。", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("未能送出 0 封，是否送出不明 0 封。", page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_orchestration_a_late_step_and_a_mail_that_failed_are_named()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.SettleAsync();
        await app.Durable.TerminateInstanceAsync($"case-{caseId}", Cancellation);
        var outbox = app.Services.GetRequiredService<IOutbox>();
        var mail = (await outbox.ListAsync(null, NoticeStatus.Sent, 10, null, Cancellation)).Items[0].Notice;
        Assert.True(await outbox.ReportAsync(mail.Id, NoticeStatus.Failed, app.Now, "550 <no such user>", Cancellation));
        await app.SettleAsync();

        var page = PageForm.Parse(await app.Http.GetStringAsync("/board/health", Cancellation)).QuerySelector("main")!.TextContent;

        Assert.Contains($"case-{caseId}：被终止，2026年3月30日 09:00", page, StringComparison.Ordinal);
        Assert.Contains("未能送出 1 封，是否送出不明 0 封。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("no such user", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_without_its_notice_is_a_warning_and_no_fault()
    {
        await using var app = await App.StartAsync("2027-03-30 09:00");
        var page = PageForm.Parse(await app.Http.GetStringAsync("/board/health", Cancellation)).QuerySelector("main")!.TextContent;

        Assert.Contains("系统可用，有需要留意的事项", page, StringComparison.Ordinal);
        Assert.Contains("2027 年的放假安排尚未录入，该年的日期为暂定。", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auditor", HttpStatusCode.OK)]
    // who answers for no installation
    [InlineData("reader", HttpStatusCode.Forbidden)]
    [InlineData("consulting", HttpStatusCode.Forbidden)]
    public async Task Only_officers_and_auditors_see_it(string role, HttpStatusCode expected)
    {
        await using var app = await App.StartAsync(
            "2026-03-30 09:00",
            "--Access:Keys:0:Name", "某人", "--Access:Keys:0:Role", role, "--Access:Keys:0:Key", "some-key-of-the-tests");
        using var browser = await app.SignedInAsync("some-key-of-the-tests");

        var answer = await browser.GetAsync("/board/health");

        Assert.Equal(expected, answer.Status);
        Assert.Equal(expected == HttpStatusCode.OK,
            (await browser.GetAsync(role == "consulting" ? "/board/eligibility" : "/board")).Text.Contains("/board/health",
                StringComparison.Ordinal));
    }
}

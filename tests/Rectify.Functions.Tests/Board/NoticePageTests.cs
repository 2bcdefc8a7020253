using System.Net;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

public sealed class NoticePageTests
{
    private const string Import = "/board/calendar/2027/import";

    // The statutory days of 2027 and a bridge before the deadline of a case; the days of the real notice are not known.
    private static readonly (string, string)[] Notice =
    [
        ("source", "国务院办公厅关于2027年部分节假日安排的通知"), ("daysOff[0].from", "2027-01-01"), ("daysOff[0].to", "2027-01-03"),
        ("daysOff[1].from", "2027-02-05"), ("daysOff[1].to", "2027-02-11"),
        ("daysOff[2].from", "2027-04-03"), ("daysOff[2].to", "2027-04-05"), ("daysOff[3].from", "2027-05-01"),
        ("daysOff[3].to", "2027-05-05"), ("daysOff[4].from", "2027-06-09"), ("daysOff[4].to", ""),
        ("daysOff[5].from", "2027-09-15"), ("daysOff[5].to", ""), ("daysOff[6].from", "2027-10-01"), ("daysOff[6].to", "2027-10-07"),
        ("makeUpWorkingDays[0].from", "2027-02-20"), ("makeUpWorkingDays[1].from", "2027-10-09"),
    ];

    [Fact]
    public async Task What_would_move_is_shown_before_and_what_has_moved_afterwards()
    {
        await using var app = await App.StartAsync("2026-11-10 09:00", Boards.Keys);
        var caseId = await app.ListAsync("2026-11-10", new { dueOn = "2027-06-30" });
        var moving =
            (await app.PostAsync("/api/listings",
                new Dictionary<string, object?>(App.Listing("2026-11-10",
                    new { months = 3 }))
                { ["documentNumber"] = "永平安督〔2026〕4号" })).Headers.Location!.ToString().Split('/')[^1];
        Assert.Equal("2027-02-10", (await app.CaseAsync(moving)).GetProperty("deadline").GetProperty("effective").GetString());
        using var officer = await app.OfficerAsync();

        // The form begins with what is off by law.
        var form = PageForm.Of(await officer.GetAsync(Import));
        Assert.Equal(("2027-02-05", "2027-02-08"), (form.Text("daysOff[1].from"), form.Text("daysOff[1].to")));
        var preview = await officer.PreviewAsync(Import, Notice);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        var main = PageForm.Parse(preview.Text).QuerySelector("main")!;
        Assert.Contains("期限变动 1 件", main.TextContent, StringComparison.Ordinal);
        Assert.Contains("永平安督〔2026〕4号 瓯北街道|整改期限|2027年2月10日|2027年2月12日", RowsOf(main));
        Assert.Contains("2027年2月5日至2027年2月11日，共 7 天", main.TextContent, StringComparison.Ordinal);
        Assert.True((await app.GetAsync("/api/calendar/2027")).GetProperty("provisional").GetBoolean());

        var confirm = PageForm.Of(preview);
        var done = await officer.PressAsync(confirm, "confirm");
        Assert.Equal((HttpStatusCode.SeeOther, "/board/calendar/2027/changes"), (done.Status, done.Location));
        var result = await officer.GetAsync(done.Location!);
        Assert.Contains("2027 年的放假安排已录入。", result.Text, StringComparison.Ordinal);
        Assert.Equal(RowsOf(main), RowsOf(PageForm.Parse(result.Text).QuerySelector("main")!));
        Snapshot.Matches("notice-changes.zh-CN", StableHtml.Of(result.Text));
        Snapshot.Matches("notice-changes.en", StableHtml.Of((await officer.GetAsync($"{done.Location}?lang=en")).Text));
        Assert.Equal("2027-02-12", (await app.CaseAsync(moving)).GetProperty("deadline").GetProperty("effective").GetString());
        Assert.Equal("2027-06-30", (await app.CaseAsync(caseId)).GetProperty("deadline").GetProperty("effective").GetString());

        // Sent twice it is one import with one result, also days later.
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PressAsync(confirm, "confirm")).Status);
        Assert.Single(await app.ItemsAsync($"/api/cases/{moving}/events"),
            entry => entry.GetProperty("type").GetString() == "deadlineRecomputed");
        await app.AdvanceAsync("2026-12-20 09:00");
        await app.DoAsync(moving, "submission", new { summary = "已整改" });
        using var reader = await app.SignedInAsync("reader-key-of-the-tests");
        Assert.Equal(RowsOf(main),
            RowsOf(PageForm.Parse((await reader.GetAsync("/board/calendar/2027/changes")).Text).QuerySelector("main")!));
        Assert.Contains("/board/calendar/2027/changes", (await reader.GetAsync("/board/calendar?year=2027")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_that_came_in_meanwhile_is_not_overwritten_unseen()
    {
        await using var app = await App.StartAsync("2026-11-10 09:00");
        using var officer = await app.OfficerAsync();
        using var other = await app.OfficerAsync();
        var mine = PageForm.Of(await officer.PreviewAsync(Import, Notice));
        Assert.Equal(HttpStatusCode.SeeOther, (await other.DoAsync(Import, [.. Notice, ("makeUpWorkingDays[1].from", "")])).Status);

        var late = await officer.PressAsync(mine, "confirm");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(1, (await app.GetAsync("/api/calendar/2027")).GetProperty("makeUpWorkingDays").GetArrayLength());
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PressAsync(PageForm.Of(late), "confirm")).Status);
        Assert.Equal(2, (await app.GetAsync("/api/calendar/2027")).GetProperty("makeUpWorkingDays").GetArrayLength());
    }

    [Theory]
    [InlineData("source", "", "source", "请填写此项。")]
    [InlineData("daysOff[4].from", "2026-06-09", "daysOff", "2026年6月9日不在这一年。")]
    [InlineData("daysOff[4].from", "2027-05-01", "daysOff", "2027年5月1日重复。")]
    [InlineData("daysOff[4].from", "", "daysOff", "缺少法定节假日：2027年6月9日。")]
    [InlineData("daysOff[4].to", "2027-06-08", "daysOff", "日期不存在，或写法不对")]
    [InlineData("daysOff[4].to", "2028-12-31", "daysOff", "日期不存在，或写法不对")]
    [InlineData("makeUpWorkingDays[0].from", "2027-02-22", "makeUpWorkingDays", "2027年2月22日不是周六或周日，不能调休上班。")]
    [InlineData("makeUpWorkingDays[0].from", "2027-02-06", "makeUpWorkingDays", "2027年2月6日已列为放假，不能同时调休上班。")]
    public async Task A_day_that_cannot_be_is_said_beside_its_field(string name, string value, string field, string message)
    {
        await using var app = await App.StartAsync("2026-11-10 09:00");
        using var officer = await app.OfficerAsync();

        var wrong = await officer.PreviewAsync(Import, [.. Notice, (name, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains(message, PageForm.Parse(wrong.Text).QuerySelector($"#f-{field}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2027-02-11", PageForm.Of(wrong).Text("daysOff[1].to"));
    }

    [Fact]
    public async Task Only_officers_enter_a_notice_and_a_year_without_one_has_moved_nothing()
    {
        await using var app = await App.StartAsync("2026-11-10 09:00", Boards.Keys);
        using var reader = await app.SignedInAsync("reader-key-of-the-tests");
        using var unit = await app.SignedInAsync("unit-key-of-the-tests");
        using var officer = await app.OfficerAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(Import)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync(Import)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await unit.GetAsync("/board/calendar/2027/changes")).Status);
        Assert.DoesNotContain(Import, (await reader.GetAsync("/board/calendar?year=2027")).Text, StringComparison.Ordinal);
        Assert.Contains(Import, (await officer.GetAsync("/board/calendar?year=2027")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/board/calendar/2027/changes")).Status);
        foreach (var page in new[] { "/board/calendar/2100/import", "/board/calendar/2020/import", "/board/calendar/soon/import" })
        {
            var refused = await officer.GetAsync(page);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("日历为 2024 至 2099 年", refused.Text, StringComparison.Ordinal);
        }
    }

    private static IReadOnlyList<string> RowsOf(AngleSharp.Dom.IElement main) =>
        [.. main.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim())))];
}

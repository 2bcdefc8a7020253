using AngleSharp.Dom;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

/// <summary>The first page of the board: what waits, what has changed, what is coming.</summary>
public sealed class OverviewTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_morning_after_reads_as_agreed(string language)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Boards.Keys);
        await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-09-21 09:00");
        await ListAsync(app, "永平安督〔2026〕4号", "2026-09-20", new { months = 1 });
        var awaiting = await ListAsync(app, "永平安督〔2026〕5号", "2026-09-21", new { months = 1 });
        await app.AdvanceAsync("2026-09-29 16:00");
        await app.DoAsync(awaiting, "submission", new { summary = "已整改到位" });
        // The first case was vetoed at midnight.
        await app.AdvanceAsync("2026-10-01 08:30");
        using var officer = await app.OfficerAsync();
        using var unit = await app.SignedInAsync("unit-key-of-the-tests");
        await officer.GetAsync($"/board?lang={language}");
        await unit.GetAsync($"/board?lang={language}");

        foreach (var (name, answer) in new[]
        {
            ("officer", await officer.GetAsync("/board")), ("unit", await unit.GetAsync("/board")),
            ("found", await officer.GetAsync("/board/search?q=%E7%93%AF%20%E5%8C%97")),
            ("nothing-found", await officer.GetAsync("/board/search?q=nobody")),
        })
        {
            Snapshot.Matches($"{name}.{language}", MainOf(answer));
        }
    }

    [Fact]
    public async Task What_waits_stands_with_the_longest_wait_first_and_leads_to_the_form_that_does_it()
    {
        await using var app = await App.StartAsync("2026-04-12 09:00", [.. Boards.Keys, "--Office:Rulebook", "henan-2016-2"]);
        using var officer = await app.OfficerAsync();
        await app.PutAsync("/api/assessments/yj-oubei/2024", new { result = "failed", decidedOn = "2025-02-10" });
        await app.PutAsync("/api/assessments/yj-oubei/2025", new { result = "failed", decidedOn = "2026-04-12" });
        var veto = Assert.Single(await app.ItemsAsync("/api/cases")).GetProperty("caseId").GetString();
        await app.AdvanceAsync("2026-05-15 09:00");
        var inspected = await ListAsync(app, "永平安督〔2026〕7号", "2026-05-15", new { months = 6 });
        var untouched = await ListAsync(app, "永平安督〔2026〕8号", "2026-05-15", new { months = 6 });
        foreach (var caseId in (string[])[inspected, untouched]) await app.DoAsync(caseId, "submission", new { summary = "已整改" });
        await app.DoAsync(inspected, "inspection", new { result = "failed", remarks = "未达标" });
        await app.AdvanceAsync("2026-05-16 09:00");
        Assert.Contains("已验收、未达标，待再次申请验收", await RegisterOfUnitAsync(app), StringComparison.Ordinal);
        await app.DoAsync(inspected, "submission", new { summary = "再次整改" });
        await app.AdvanceAsync("2026-05-20 09:00");

        var rows = PageForm.Parse((await officer.GetAsync("/board")).Text).QuerySelector("main table")!.QuerySelectorAll("tbody tr");

        Assert.Equal(
            [
                ("38 天", "拟一票否决，待决定", $"/board/cases/{veto}/veto-decision"),
                ("5 天", "报告待验收，尚无人验收", $"/board/cases/{untouched}/inspection"),
                ("4 天", "已验收、未达标，新报告待验收", $"/board/cases/{inspected}/inspection"),
            ],
            rows.Select(row => (
                row.QuerySelector("strong")!.TextContent, row.Children[1].TextContent, row.QuerySelector(".act")!.GetAttribute("href")!)));
    }

    [Fact]
    public async Task A_mark_is_moved_by_its_person_alone_and_no_second_window_loses_a_change()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Boards.Keys);
        using var officer = await app.OfficerAsync();
        using var reader = await app.SignedInAsync("reader-key-of-the-tests");
        using var unit = await app.SignedInAsync("unit-key-of-the-tests");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        Assert.Empty(Changes(await officer.GetAsync("/board")));
        var early = await reader.GetAsync("/board");
        Assert.Single(Changes(early));

        await app.AdvanceAsync("2026-03-31 10:00");
        await unit.DoAsync($"/board/cases/{caseId}/submission", ("summary", "已整改到位"));
        Assert.Equal(2, Changes(await reader.GetAsync("/board")).Count);
        var seen = await reader.PressAsync(PageForm.Of(early), "seen");
        Assert.Equal("/board", seen.Location);
        // The older window has marked what it showed. What came later is still to be seen, also at the instant of the page.
        var later = await reader.GetAsync("/board");
        Assert.Contains("已整改到位", Assert.Single(Changes(later)).TextContent, StringComparison.Ordinal);
        Assert.Single(Changes(await officer.GetAsync("/board")));

        await reader.PressAsync(PageForm.Of(later), "seen");
        await app.DoAsync(caseId, "inspection", new { result = "failed", remarks = "未达标" });
        Assert.Contains("未达标", Assert.Single(Changes(await reader.GetAsync("/board"))).TextContent, StringComparison.Ordinal);
        await reader.PressAsync(PageForm.Of(early), "seen");
        Assert.Single(Changes(await reader.GetAsync("/board")));
        Assert.Single(Changes(await officer.GetAsync("/board")));
    }

    [Fact]
    public async Task A_mark_in_the_future_is_refused()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Boards.Keys);
        await app.ListAsync("2026-03-30", new { months = 6 });
        using var reader = await app.SignedInAsync("reader-key-of-the-tests");
        var form = PageForm.Of(await reader.GetAsync("/board"));

        foreach (var until in (string[])["2026-03-30T01:30:01.0000000Z", "soon", ""])
            Assert.Equal(400, (int)(await reader.PressAsync(form.With("until", until), "seen")).Status);
        Assert.Single(Changes(await reader.GetAsync("/board")));
    }

    [Fact]
    public async Task A_search_finds_what_the_reader_may_see_in_every_spelling()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Boards.Keys);
        await app.PutAsync("/api/officials/o-9",
            new
            {
                name = "張 三",
                email = "o-9@oubei.example",
                unitId = "yj-oubei",
                post = "主任",
                role = "principal",
                from = "2024-01-01",
            });
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.PutOtherUnitAsync();
        using var officer = await app.OfficerAsync();
        using var own = await app.SignedInAsync("unit-key-of-the-tests");
        using var other = await app.SignedInAsync("other-key-of-the-tests");

        foreach (var typed in (string[])["张三", "張三", "张　三", "o-9", "Ｏ-9"])
            Assert.Contains("/board/officials/o-9", await FoundAsync(officer, typed));
        // A person leads to the cases that name this person.
        Assert.Contains($"/board/cases/{caseId}", await FoundAsync(officer, "张三"));
        foreach (var typed in (string[])["瓯北（街道）", "YJ-oubei"])
            Assert.Contains("/board/units/yj-oubei", await FoundAsync(officer, typed));
        foreach (var typed in (string[])["永平安督[2026]003号", "〔二〇二六〕三号", "瓯北"])
        {
            Assert.Contains($"/board/cases/{caseId}", await FoundAsync(officer, typed));
            Assert.Equal([$"/board/cases/{caseId}"], await FoundAsync(own, typed));
            Assert.Empty(await FoundAsync(other, typed));
        }

        Assert.Empty(await FoundAsync(own, "张三"));
        Assert.Empty(await FoundAsync(officer, "（）"));
    }

    private static async Task<IReadOnlyList<string?>> FoundAsync(Browser browser, string typed) =>
        [.. PageForm.Parse((await browser.GetAsync($"/board/search?q={Uri.EscapeDataString(typed)}")).Text)
            .QuerySelectorAll("main td a, main li a").Select(link => link.GetAttribute("href"))];

    private static async Task<string> RegisterOfUnitAsync(App app)
    {
        using var unit = await app.SignedInAsync("unit-key-of-the-tests");
        return (await unit.GetAsync("/board")).Text;
    }

    private static IHtmlCollection<IElement> Changes(Browser.Answer answer) =>
        PageForm.Parse(answer.Text).QuerySelectorAll(".changes li li");

    private static string MainOf(Browser.Answer answer) =>
        StableHtml.Of(PageForm.Parse(answer.Text).QuerySelector("main")!.OuterHtml);

    private static async Task<string> ListAsync(App app, string number, string listedOn, object period)
    {
        var answer = await app.PostAsync(
            "/api/listings", new Dictionary<string, object?>(App.Listing(listedOn, period)) { ["documentNumber"] = number });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return answer.Headers.Location!.ToString().Split('/')[^1];
    }
}

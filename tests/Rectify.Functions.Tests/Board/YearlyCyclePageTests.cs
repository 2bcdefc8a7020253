using System.Net;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

/// <summary>The page of the year's cycle and the printed record, as a browser shows them.</summary>
public sealed class YearlyCyclePageTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_year_reads_as_agreed(string language)
    {
        // Registered on the last day for the reports of 2025, and after that for its letters.
        await using var app = await App.StartAsync("2026-02-02 09:30", "--Office:Name", "永嘉县平安办");
        await app.PutAsync("/api/units/yj-other",
            new { name = "桥头镇", kind = "locality", level = "township", liaison = new { name = "李", email = "li@b.example" } });
        foreach (var (id, responsibility) in new[] { ("o-1", "first"), ("o-2", "direct"), ("o-3", "other") })
            await app.PutAsync($"/api/officials/{id}", new
            {
                name = $"干部{id}",
                email = $"{id}@oubei.example",
                unitId = "yj-oubei",
                post = "职务",
                role = "principal",
                from = "2024-01-01",
                responsibility,
            });
        await app.AdvanceAsync("2026-02-03 09:30");
        await app.PutAsync("/api/duty-reports/o-1/2025", new { submittedOn = "2026-02-03", summary = "述职" });
        await app.PutAsync("/api/responsibility-letters/yj-oubei/2025",
            new { signedOn = "2025-03-20", signedBy = "王", signedWith = "办" });
        await app.AdvanceAsync("2026-03-20 09:30");
        using var browser = await app.OfficerAsync();

        var page = await browser.GetAsync($"/board/yearly-cycle?year=2025&lang={language}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Snapshot.Matches(language, Inner(page.Text));

        // 2027 is provisional, 2023 and 2028 are not there.
        Assert.Contains(language == "en" ? "provisional" : "暂定", (await browser.GetAsync("/board/yearly-cycle?year=2027")).Text);
        foreach (var year in new[] { "2023", "2028", "last" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/board/yearly-cycle?year={year}")).Status);
    }

    [Fact]
    public async Task A_name_leads_to_the_printed_record_which_a_unit_does_not_see()
    {
        await using var app = await App.StartAsync(
            "2026-03-20 09:30",
            "--Access:Keys:0:Name", "瓯北", "--Access:Keys:0:Role", "unit",
            "--Access:Keys:0:UnitId", "yj-oubei", "--Access:Keys:0:Key", "unit-key-of-the-tests");
        await app.PutAsync("/api/units/yj-other",
            new { name = "桥头镇", kind = "locality", level = "township", liaison = new { name = "李", email = "li@b.example" } });
        await app.PutAsync("/api/officials/o-1", new
        {
            name = "王主任",
            email = "o-1@oubei.example",
            unitId = "yj-oubei",
            post = "书记",
            role = "principal",
            from = "2024-01-01",
            responsibility = "first",
        });
        using var officer = await app.OfficerAsync();

        Assert.Contains("<a href=\"/board/officials/o-1/performance-record\">王主任</a>",
            (await officer.GetAsync("/board/yearly-cycle")).Text);
        var record = await officer.GetAsync("/board/officials/o-1/performance-record?asOf=2026-03-19");
        Assert.Equal(HttpStatusCode.OK, record.Status);
        Assert.Contains("王主任工作实绩档案（摘录）", record.Text);
        Assert.Contains("截至2026年3月19日", record.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity,
            (await officer.GetAsync("/board/officials/o-1/performance-record?asOf=2026-03-21")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/board/officials/nobody/performance-record")).Status);

        using var unit = await app.SignedInAsync("unit-key-of-the-tests");
        var own = (await unit.GetAsync("/board/yearly-cycle")).Text;
        Assert.Contains("瓯北街道", own);
        Assert.DoesNotContain("桥头镇", own);
        Assert.DoesNotContain("performance-record", own);
        Assert.Equal(HttpStatusCode.Forbidden, (await unit.GetAsync("/board/officials/o-1/performance-record")).Status);
    }

    [Fact]
    public async Task A_year_without_a_cycle_says_so()
    {
        await using var app = await App.StartAsync("2026-03-20 09:30", "--Office:Rulebook", "henan-2016-2");
        using var browser = await app.OfficerAsync();

        Assert.Contains("没有规定年度责任", (await browser.GetAsync("/board/yearly-cycle")).Text);
    }

    private static string Inner(string html) =>
        html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)].Replace("><", ">\n<",
            StringComparison.Ordinal);
}

using System.Net;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Rulebooks;

/// <summary>A rulebook from its copy to its retirement, in the browser.</summary>
public sealed class RulebookPageTests
{
    private const string Load = "/board/load-rulebook";
    private const string Copy = "zhejiang-2017-3-2";

    [Fact]
    public async Task A_copy_is_checked_compared_loaded_put_in_force_and_retired()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        await app.ListAsync("2026-03-30", new { months = 6 });
        using var officer = await app.OfficerAsync();

        // The form begins with the edition's own text under an id that is free.
        var form = PageForm.Of(await officer.GetAsync($"{Load}?from=zhejiang-2017-3"));
        Assert.Equal(
            RulebookCatalog.Shipped.TextOf(RulebookCatalog.Shipped.Find("zhejiang-2017-3")!)
                .Replace("\"zhejiang-2017-3\"", $"\"{Copy}\"", StringComparison.Ordinal),
            form.Text("text"));

        var broken = form.Text("text")!.Replace("\"yellowDays\": 15", "\"yellowDays\": -1, \"weeks\": 2", StringComparison.Ordinal);
        var refused = await officer.PressAsync(form.With("text", broken), "preview");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(
            ["weeks", "yellowDays"], PageForm.Parse(refused.Text).QuerySelectorAll("main table code").Select(cell => cell.TextContent));
        Assert.Contains("应在 0 至 366 之间，现为 -1。", refused.Text, StringComparison.Ordinal);
        Assert.Equal(broken, PageForm.Of(refused).Text("text"));

        var text = "// 本县\n" + form.Text("text")!.Replace("\"sanctionMonths\": 6", "\"sanctionMonths\": 4", StringComparison.Ordinal);
        var preview = await officer.PressAsync(PageForm.Of(refused).With("text", text), "preview");
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        var main = PageForm.Parse(preview.Text).QuerySelector("main")!;
        Assert.Equal(
            ["挂牌督办，限制期限（月）", "listing.sanctionMonths", "6", "4"],
            main.QuerySelectorAll("table tbody tr").Single().Children.Select(cell => cell.TextContent));
        Assert.Contains("1 件办理中的案件继续适用立案时的规则版本，不受影响。", main.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/board/rulebooks/{Copy}")).Status);

        // Back to the form, everything is still there; confirmed twice it is loaded once.
        Assert.Equal(text, PageForm.Of(await officer.PressAsync(PageForm.Of(preview), "edit")).Text("text"));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var done = await officer.PressAsync(PageForm.Of(preview), "confirm");
            Assert.Equal((HttpStatusCode.SeeOther, $"/board/rulebooks/{Copy}"), (done.Status, done.Location));
        }

        Assert.Equal(text, await app.Http.GetStringAsync($"/api/rulebooks/{Copy}/text", TestContext.Current.CancellationToken));
        Assert.Equal("template", await StatusAsync(app, "henan-2016-2"));

        var inForce = await officer.PreviewAsync($"/board/rulebooks/{Copy}/in-force", ("from", "2026-04-01"), ("reason", "常委会决定"));
        Assert.Contains("2026年4月1日", PageForm.Parse(inForce.Text).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PressAsync(PageForm.Of(inForce), "confirm")).Status);
        await app.AdvanceAsync("2026-04-01 09:00");
        Assert.Equal("inForce", await StatusAsync(app, Copy));

        // What was decided meanwhile is shown before the form counts.
        Assert.Equal(HttpStatusCode.Conflict, (await officer.PressAsync(PageForm.Of(inForce), "confirm")).Status);
        var kept = await officer.PreviewAsync($"/board/rulebooks/{Copy}/retirement", ("reason", "不再使用"));
        Assert.Equal(HttpStatusCode.Conflict, kept.Status);
        Assert.Contains("请先决定施行其他版本", kept.Text, StringComparison.Ordinal);
        var retired = await officer.DoAsync("/board/rulebooks/henan-2016-2/retirement", ("reason", "不再使用"));
        Assert.Equal(HttpStatusCode.SeeOther, retired.Status);
        Assert.Equal("retired", await StatusAsync(app, "henan-2016-2"));
    }

    [Fact]
    public async Task The_page_of_a_rulebook_reads_as_agreed_in_both_languages()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        using var officer = await app.OfficerAsync();
        foreach (var language in new[] { "zh-CN", "en" })
        {
            Snapshot.Matches(
                $"rulebook.{language}", StableHtml.Of((await officer.GetAsync($"/board/rulebooks/henan-2016-2?lang={language}")).Text));
            Snapshot.Matches(
                $"comparison.{language}",
                StableHtml.Of((await officer.GetAsync($"/board/rulebooks/henan-2016-2/comparison?lang={language}")).Text));
        }
    }

    // From the page of the rulebook over the choice of the unit to the preview.
    [Fact]
    public async Task A_rulebook_that_is_not_in_force_is_tried_in_a_preview()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();
        var link = PageForm.Parse((await officer.GetAsync("/board/rulebooks/henan-2016-2")).Text).QuerySelectorAll("main nav a")
            .Single(one => one.TextContent == "试用：挂牌督办").GetAttribute("href")!;
        Assert.Equal("henan-2016-2",
            PageForm.Parse((await officer.GetAsync(link)).Text).QuerySelector("main form input[name=rulebookId]")!.GetAttribute("value"));

        var preview = await officer.PreviewAsync($"{link}&unitId=yj-oubei",
            ("ground", "unresolvedHotspot"), ("facts", "问题突出"), ("goals", "整改到位"), ("period.months", "6"),
            ("legalBasis", "第三十五条"), ("issuedBy", "县平安办"));

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.NotNull(PageForm.Parse(preview.Text).QuerySelector("main a[href='/board/rulebooks/henan-2016-2']"));
        Assert.Empty(await app.ItemsAsync("/api/cases"));
    }

    [Fact]
    public async Task A_form_of_another_session_changes_nothing()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();
        using var other = await app.OfficerAsync();
        foreach (var address in new[] { $"{Load}?from=zhejiang-2017-3", "/board/rulebooks/henan-2016-2/in-force" })
        {
            var form = PageForm.Of(await officer.GetAsync(address));
            Assert.Equal(HttpStatusCode.Forbidden, (await other.PressAsync(form.With("reason", "理由"), "confirm")).Status);
        }

        Assert.Equal(5, (await app.ItemsAsync("/api/rulebooks")).Count);
    }

    [Fact]
    public async Task A_reader_and_a_unit_read_and_change_nothing()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        foreach (var key in new[] { "reader-key-of-the-tests", "unit-key-of-the-tests" })
        {
            using var browser = await app.SignedInAsync(key);
            var page = await browser.GetAsync("/board/rulebooks/zhejiang-2017-3");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("/in-force", page.Text, StringComparison.Ordinal);
            foreach (var address in new[]
            {
                Load, "/board/rulebooks/zhejiang-2017-3/in-force", "/board/rulebooks/zhejiang-2017-3/retirement",
            })
                Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(address)).Status);
        }
    }

    private static async Task<string?> StatusAsync(App app, string id) =>
        (await app.ItemsAsync("/api/rulebooks")).Single(item => item.GetProperty("id").GetString() == id).GetProperty("status").GetString();
}

using System.Net;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

/// <summary>S16 on the board: a notice is issued, missed, and followed or not.</summary>
public sealed class LadderPageTests
{
    private static readonly (string, string)[] Notice =
    [
        ("rung", "notice"), ("ground", "unresolvedHotspot"), ("severity", "ordinary"), ("facts", "辖区电动自行车违规停放充电问题突出"),
        ("goals", "违规停放充电点清零"),
        ("legalBasis", "实施办法第十三条"),
    ];

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Every_page_of_the_ladder_reads_as_agreed(string language)
    {
        await using var app = await App.StartAsync("2026-01-12 09:00", Boards.Keys);
        using var officer = await app.OfficerAsync();
        await officer.GetAsync($"/board?lang={language}");
        // What every page has in common is held by the tests of the other pages.
        void Check(string name, Browser.Answer answer) =>
            Snapshot.Matches($"{name}.{language}", StableHtml.Of(PageForm.Parse(answer.Text).QuerySelector("main")!.OuterHtml));

        Check("form", await officer.GetAsync("/board/admonitions/new?unitId=yj-oubei"));
        var preview = await officer.PreviewAsync("/board/admonitions/new?unitId=yj-oubei", Notice);
        Check("preview", preview);
        var notice = (await officer.PressAsync(PageForm.Of(preview), "confirm")).Location!;
        await officer.GetAsync(notice);
        Check("running", await officer.GetAsync(notice));
        await officer.DoAsync($"{notice}/submission", ("summary", "已整改"));
        Check("inspection", await officer.GetAsync($"{notice}/inspection"));
        await app.AdvanceAsync("2026-02-13 09:30");
        Check("inspection-late", await officer.GetAsync($"{notice}/inspection"));
        await officer.DoAsync($"{notice}/inspection", ("outcome", "failedLate"), ("remarks", "未达标"));
        await officer.GetAsync(notice);
        Check("proposed", await officer.GetAsync(notice));
        Check("overview", await officer.GetAsync("/board"));
        Check("decline", await officer.GetAsync($"{notice}/next-rung"));
        Check("decline-preview",
            await officer.PreviewAsync($"{notice}/next-rung", ("decision", "decline"), ("reason", "问题已基本解决"),
                ("decidedBy", "永嘉县平安办")));
        Check("revocation-preview",
            await officer.PreviewAsync($"{notice}/revocation", ("what", "admonition"), ("effect", "void"), ("reason", "认定有误"),
                ("decidedBy", "县委")));
    }

    [Fact]
    public async Task A_proposal_leads_from_the_overview_to_the_form_of_the_next_rung_with_the_matter_filled_in()
    {
        await using var app = await App.StartAsync("2026-01-12 09:00", Boards.Keys);
        using var officer = await app.OfficerAsync();
        var register = PageForm.Parse((await officer.GetAsync("/board/cases")).Text);
        Assert.Contains("/board/admonitions/new", register.QuerySelectorAll(".doing a").Select(link => link.GetAttribute("href")));
        var notice = (await officer.DoAsync("/board/admonitions/new?unitId=yj-oubei", Notice)).Location!;
        await app.AdvanceAsync("2026-02-13 09:30");

        var overview = PageForm.Parse((await officer.GetAsync("/board")).Text);
        Assert.Contains(notice, overview.QuerySelectorAll("main table a").Select(link => link.GetAttribute("href")));
        var page = PageForm.Parse((await officer.GetAsync(notice)).Text);
        var next = page.QuerySelectorAll("main a").Single(link => link.TextContent == "下达约谈").GetAttribute("href")!;

        var form = PageForm.Of(await officer.GetAsync(next));
        Assert.Equal(
            ("talk", "unresolvedHotspot", "ordinary", "辖区电动自行车违规停放充电问题突出", "违规停放充电点清零"),
            (form.Text("rung"), form.Text("ground"), form.Text("severity"), form.Text("facts"), form.Text("goals")!.Trim()));
        var opened = await officer.PressAsync(form.With("legalBasis", "实施办法第十四条"), "confirm");
        Assert.Equal(HttpStatusCode.SeeOther, opened.Status);

        var before = PageForm.Parse((await officer.GetAsync(notice)).Text).QuerySelector("main")!;
        Assert.Contains("已升级", before.TextContent, StringComparison.Ordinal);
        Assert.Contains(opened.Location!, before.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        var after = PageForm.Parse((await officer.GetAsync(opened.Location!)).Text).QuerySelector("main")!;
        Assert.Contains(notice, after.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.DoesNotContain("下达约谈", before.TextContent, StringComparison.Ordinal);

        // The rung is found by its kind, and the form that was sent twice opened one case.
        var talks = PageForm.Parse((await officer.GetAsync("/board/cases?rung=talk")).Text).QuerySelectorAll("main tbody tr");
        Assert.Equal(opened.Location, Assert.Single(talks).QuerySelector("a")!.GetAttribute("href"));
        var again = await officer.PressAsync(form.With("legalBasis", "实施办法第十四条"), "confirm");
        Assert.Equal((opened.Status, opened.Location), (again.Status, again.Location));
    }

    [Fact]
    public async Task What_does_not_follow_is_said_in_words_and_a_reader_is_offered_nothing()
    {
        await using var app = await App.StartAsync("2026-01-12 09:00", Boards.Keys);
        using var officer = await app.OfficerAsync();
        var notice = (await officer.DoAsync("/board/admonitions/new?unitId=yj-oubei", Notice)).Location!;
        var early =
            await officer.PreviewAsync($"/board/listings/new?unitId=yj-oubei&precededBy={notice.Split('/')[^1]}", ("period.months", "3"),
                ("legalBasis", "第二十一条"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("之前的案件期限至2026年2月12日，程度不够，不能提前升级。", early.Text, StringComparison.Ordinal);

        await app.AdvanceAsync("2026-02-13 09:30");
        using var reader = await app.SignedInAsync("reader-key-of-the-tests");
        var page = (await reader.GetAsync(notice)).Text;
        Assert.Contains("拟予以约谈", page, StringComparison.Ordinal);
        Assert.DoesNotContain("admonitions/new", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("/board/admonitions/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync($"{notice}/next-rung")).Status);
    }
}

using System.Net;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

/// <summary>Every form, preview and refusal as it is read, in both languages.</summary>
public sealed class FormPageTests
{
    private const string Hostile = "\"'><script>alert(1)</script>&amp;";

    private static readonly (string, string)[] Listing =
        [("ground", "unresolvedHotspot"), ("facts", "问题突出"), ("goals", "整改到位"), ("period.months", "6"),
            ("legalBasis", "实施办法第二十一条"), ("documentNumber", "永平安督〔2026〕4号")];

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Every_form_preview_and_refusal_reads_as_agreed(string language)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        var open = await app.ListAsync("2026-03-30", new { months = 6 });
        using var officer = await app.OfficerAsync();
        await officer.GetAsync($"/board?lang={language}");
        void Check(string name, Browser.Answer answer) => Snapshot.Matches($"{name}.{language}", StableHtml.Of(answer.Text));

        Check("unit-choice", await officer.GetAsync("/board/listings/new"));
        Check("listing", await officer.GetAsync("/board/listings/new?unitId=yj-oubei"));
        Check("listing-wrong", await officer.PreviewAsync("/board/listings/new?unitId=yj-oubei"));
        Check("listing-preview", await officer.PreviewAsync("/board/listings/new?unitId=yj-oubei", Listing));
        Check("veto", await officer.GetAsync("/board/vetoes/new?unitId=yj-oubei"));
        Check("veto-preview",
            await officer.PreviewAsync("/board/vetoes/new?unitId=yj-oubei", ("ground", "other"), ("facts", "问题"),
                ("legalBasis", "第二十六条"), ("documentNumber", "永平安督〔2026〕5号")));

        (string, string)[] notice = [("source", "国务院办公厅关于2027年部分节假日安排的通知"), ("daysOff[1].to", "2027-02-11")];
        Check("notice", await officer.GetAsync("/board/calendar/2027/import"));
        Check("notice-preview", await officer.PreviewAsync("/board/calendar/2027/import", notice));
        (string, string)[] unit = [("unitId", "yj-qiaotou"), ("name", "桥头镇"), ("kind", "locality"), ("level", "township"),
            ("liaison.name", "联络员"), ("liaison.email", "q@county.example")];
        Check("unit-form", await officer.GetAsync("/board/registry/unit"));
        Check("unit-wrong", await officer.PreviewAsync("/board/registry/unit"));
        Check("unit-preview", await officer.PreviewAsync("/board/registry/unit", unit));
        Check("official-form", await officer.GetAsync("/board/registry/official?posts[0].unitId=yj-oubei"));
        Check(
            "official-change-preview",
            await officer.PreviewAsync("/board/officials/o-1/edit", ("posts[0].post", "主任"), ("posts[0].to", "2026-06-30")));
        Check("import", await officer.GetAsync("/board/registry/import"));
        Check("units", await officer.GetAsync("/board/units"));
        Check("unit", await officer.GetAsync("/board/units/yj-oubei"));
        Check("officials", await officer.GetAsync("/board/officials"));
        Check("official", await officer.GetAsync("/board/officials/o-1"));
        (string, string)[] asked = [("subjects", "official:o-1\nofficial:o-4"), ("purpose", "promotion"), ("askedBy", "县委组织部")];
        Check("consultation", await officer.GetAsync("/board/new-consultation"));
        Check("consultation-wrong",
            await officer.PreviewAsync("/board/new-consultation", ("subjects", "official:o-1\nhello\nofficial:nobody")));
        Check("consultation-preview", await officer.PreviewAsync("/board/new-consultation", asked));
        Check("consultation-reply", await officer.GetAsync((await officer.DoAsync("/board/new-consultation", asked)).Location!));
        Check("consultations", await officer.GetAsync("/board/consultations"));

        async Task CheckActionAsync(string action, params (string, string)[] typed)
        {
            Check(action, await officer.GetAsync($"/board/cases/{open}/{action}"));
            var preview = await officer.PreviewAsync($"/board/cases/{open}/{action}", typed);
            Assert.Equal(HttpStatusCode.OK, preview.Status);
            Check($"{action}-preview", preview);
        }

        await CheckActionAsync("extension", ("by.months", "1"), ("reason", "汛期"), ("approvedBy", "县委"));
        await CheckActionAsync("revocation", ("what", "listing"), ("effect", "void"), ("reason", "认定有误"), ("decidedBy", "县委"));
        await CheckActionAsync("correction", ("officials.mode", "chosen"), ("officials.person", "o-1"), ("reason", "分工有误"),
            ("decidedBy", "县委"));
        await CheckActionAsync("suspension", ("reason", "诉讼期间"));
        var stale = PageForm.Of(await officer.GetAsync($"/board/cases/{open}/correction"));
        await officer.DoAsync($"/board/cases/{open}/suspension", ("reason", "诉讼期间"));
        Check("conflict", await officer.PressAsync(stale.With("reason", "我的更正"), "preview"));
        Check("not-possible", await officer.GetAsync($"/board/cases/{open}/extension"));
        Check("not-issued", await officer.PostAsync($"/board/cases/{open}/resumption", new() { ["reason"] = "x" }));
        await app.AdvanceAsync("2026-04-02 09:00");
        await CheckActionAsync("resumption", ("reason", "判决生效"));
        await officer.DoAsync($"/board/cases/{open}/resumption", ("reason", "判决生效"));
        await CheckActionAsync("submission", ("summary", "已整改"), ("evidence[0].name", "照片"),
            ("evidence[0].uri", "https://files.example/1"));
        await officer.DoAsync($"/board/cases/{open}/submission", ("summary", "已整改"));
        await CheckActionAsync("inspection", ("outcome", "passed"), ("remarks", "目标达到"));
        await officer.DoAsync($"/board/cases/{open}/inspection", ("outcome", "failed"), ("remarks", "尚差一项"));
        await app.AdvanceAsync("2026-10-10 09:00");
        await CheckActionAsync("late-submission", ("summary", "已整改"), ("submittedOn", "2026-09-28"));
        await CheckActionAsync("veto-decision", ("decision", "confirm"), ("remarks", "同意"), ("documentNumber", "永平安督〔2026〕9号"));
    }

    [Fact]
    public async Task Whatever_is_typed_into_any_field_is_shown_as_text_on_form_preview_case_and_conflict()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        await app.PutAsync("/api/officials/o-5", new
        {
            name = Hostile,
            email = "o5@oubei.example",
            unitId = "yj-oubei",
            post = Hostile,
            role = "principal",
            from = "2024-01-01",
        });
        using var officer = await app.OfficerAsync();
        var pages = new List<Browser.Answer>();
        async Task<Browser.Answer> KeepAsync(Task<Browser.Answer> answer)
        {
            pages.Add(await answer);
            return pages[^1];
        }

        async Task<Browser.Answer> FillAsync(string address, params (string Name, string Value)[] valid)
        {
            var form = PageForm.Of(await KeepAsync(officer.GetAsync(address)));
            var everywhere = form.Pairs.Select(pair => pair.Key).Where(name => name is not ("_ticket" or "unitId")).Distinct()
                .Aggregate(form, (filled, name) => filled.With(name, Hostile));
            await KeepAsync(officer.PressAsync(everywhere, "preview"));
            return await KeepAsync(officer.PressAsync(valid.Aggregate(form, (filled, one) => filled.With(one.Name, one.Value)), "preview"));
        }

        var preview = await FillAsync(
            "/board/listings/new?unitId=yj-oubei", ("ground", "other"), ("facts", Hostile), ("goals", Hostile), ("period.months", "6"),
            ("legalBasis", Hostile), ("issuedBy", Hostile), ("documentNumber", Hostile));
        var caseAddress = (await officer.PressAsync(PageForm.Of(preview), "confirm")).Location!;
        await KeepAsync(officer.GetAsync(caseAddress));
        await FillAsync("/board/vetoes/new?unitId=yj-oubei", ("ground", "other"), ("facts", Hostile), ("legalBasis", Hostile),
            ("issuedBy", Hostile));
        var late = await FillAsync($"{caseAddress}/extension", ("by.months", "1"), ("reason", Hostile), ("approvedBy", Hostile));
        await FillAsync("/board/registry/unit", ("name", Hostile), ("kind", "unit"), ("level", "county"), ("liaison.name", Hostile),
            ("liaison.email", "a@b.example"));
        await FillAsync(
            "/board/registry/official",
            ("name", Hostile),
            ("posts[0].unitId", "yj-oubei"), ("posts[0].post", Hostile),
            ("posts[0].role", "other"), ("posts[0].from", "2026-01-01"),
            ("email", "a@b.example"));
        await FillAsync("/board/new-consultation", ("subjects", "official:o-5"), ("purpose", "award"), ("askedBy", Hostile));
        var letter = await FillAsync(
            "/board/responsibility-letters/yj-oubei/2026", ("signedOn", "2026-03-20"), ("signedBy", Hostile),
            ("signedWith", Hostile), ("documentNumber", Hostile), ("remarks", Hostile));
        await officer.PressAsync(PageForm.Of(letter), "confirm");
        await FillAsync("/board/responsibility-letters/yj-oubei/2026", ("entry", "takenBack"), ("reason", Hostile));
        await FillAsync("/board/duty-reports/o-5/2025", ("submittedOn", "2026-01-20"), ("summary", Hostile), ("evidence[0].name", Hostile),
            ("evidence[0].uri", "https://files.example/1"));
        await FillAsync("/board/assessments/yj-oubei/2025", ("result", "passed"), ("decidedOn", "2026-02-10"), ("documentNumber", Hostile),
            ("remarks", Hostile));
        var commendation = await FillAsync(
            "/board/officials/o-5/commendations/c-1", ("title", Hostile), ("awardedBy", Hostile),
            ("awardedOn", "2026-01-20"), ("citation", Hostile));
        await officer.PressAsync(PageForm.Of(commendation), "confirm");
        foreach (var address in new[] { "/board/officials", "/board/officials/o-5", "/board/units/yj-oubei" })
            await KeepAsync(officer.GetAsync(address));
        await FillAsync($"{caseAddress}/correction", ("reason", Hostile), ("decidedBy", Hostile), ("facts", Hostile + "!"));
        await FillAsync($"{caseAddress}/revocation", ("what", "listing"), ("effect", "void"), ("reason", Hostile), ("decidedBy", Hostile));
        await FillAsync($"{caseAddress}/submission", ("summary", Hostile), ("evidence[0].name", Hostile),
            ("evidence[0].uri", "https://files.example/1"));
        await officer.PressAsync(PageForm.Of(await FillAsync($"{caseAddress}/suspension", ("reason", Hostile))), "confirm");
        await KeepAsync(officer.PressAsync(PageForm.Of(late), "confirm"));
        await KeepAsync(officer.GetAsync(caseAddress));

        Assert.All(pages, page =>
        {
            Assert.DoesNotMatch("(?i)<script|<style|\\sstyle=|\\son[a-z]+=\"|javascript:", page.Text);
            Assert.InRange(page.Text.Length, 500, 100 * 1024);
            var shown = PageForm.Parse(page.Text);
            Assert.Empty(shown.QuerySelectorAll("script"));
        });
        Assert.Contains(pages, page => page.Status == HttpStatusCode.Conflict);
        Assert.True(
            pages.Count(page => page.Text.Contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;", StringComparison.Ordinal)) >= 12);
    }
}

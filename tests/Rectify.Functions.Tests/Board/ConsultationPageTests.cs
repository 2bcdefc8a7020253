using System.Net;
using System.Text;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

public sealed class ConsultationPageTests
{
    private const string New = "/board/new-consultation";

    private static readonly string[] Keys =
    [
        "--Access:Keys:0:Name", "组织部", "--Access:Keys:0:Role", "consulting", "--Access:Keys:0:Key", "cadres-key-of-the-tests",
        "--Access:Keys:1:Name", "文明办", "--Access:Keys:1:Role", "consulting", "--Access:Keys:1:Key", "honours-key-of-the-tests",
        "--Access:Keys:2:Name", "审计", "--Access:Keys:2:Role", "auditor", "--Access:Keys:2:Key", "auditor-key-of-the-tests",
        "--Access:Keys:3:Name", "领导", "--Access:Keys:3:Role", "reader", "--Access:Keys:3:Key", "reader-key-of-the-tests",
    ];

    [Fact]
    public async Task A_pasted_list_becomes_a_numbered_reply_once_however_often_it_is_confirmed()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Keys);
        await app.ListAsync("2026-03-30", new { months = 6 });
        using var officer = await app.OfficerAsync();

        // From the page of the question, with what was typed there.
        var eligibility = PageForm.Parse((await officer.GetAsync("/board/eligibility?subjects=unit%3Ayj-oubei")).Text);
        var button = eligibility.QuerySelector("button[formaction]")!;
        Assert.Equal((New, "post"), (button.GetAttribute("formaction"), button.GetAttribute("formmethod")));
        var opened = await officer.PostAsync(New, new()
        {
            [button.GetAttribute("name")!] = button.GetAttribute("value")!,
            ["subjects"] = "official:o-1\r\nofficial:o-4\r\n",
            ["on"] = "2026-03-30",
        });
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        var form = PageForm.Of(opened).With("purpose", "promotion").With("askedBy", "县委组织部");
        Assert.Equal("official:o-1\nofficial:o-4\n", form.Text("subjects"));

        var preview = await officer.PressAsync(form, "preview");
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("共 2 个对象：受限 1，无限制 1", PageForm.Parse(preview.Text).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal);
        Assert.Empty(await app.ItemsAsync("/api/consultations"));

        var confirm = PageForm.Of(preview);
        var answers = await Task.WhenAll(officer.PressAsync(confirm, "confirm"), officer.PressAsync(confirm, "confirm"));
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.SeeOther, answers[0].Location), (answer.Status, answer.Location)));
        var logged = Assert.Single(await app.ItemsAsync("/api/consultations"));
        Assert.Equal(answers[0].Location, $"/board/consultations/{logged.GetProperty("consultationId")}");
        Assert.Contains("已出具复函 平安函〔2026〕1号。", (await officer.GetAsync(answers[0].Location!)).Text, StringComparison.Ordinal);

        var changed = await officer.PressAsync(confirm.With("subjects", "official:o-2"), "confirm");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.Status);
        Assert.Contains("此表单已提交过，内容与本次不同", changed.Text, StringComparison.Ordinal);
        Assert.Single(await app.ItemsAsync("/api/consultations"));
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PressAsync(PageForm.Of(changed), "confirm")).Status);
    }

    [Theory]
    [InlineData("zh-CN", "第 2 行：hello", "第 4 行：official:nobody", "与第 1 行重复，只答复一次")]
    [InlineData("en", "Row 2: hello", "Row 4: official:nobody", "the same as row 1, answered once")]
    public async Task A_line_that_is_no_known_subject_is_named_and_so_is_one_that_stands_twice(string language, string unreadable,
        string unknown, string twice)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();
        await officer.GetAsync($"/board?lang={language}");

        async Task<string> RowsAsync(string subjects)
        {
            var answer = await officer.PreviewAsync(New, ("subjects", subjects), ("purpose", "award"), ("askedBy", "县委"));
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            return PageForm.Parse(answer.Text).QuerySelector("main")!.TextContent;
        }

        Assert.Contains(unreadable, await RowsAsync("official:o-1\nhello\nofficial:o-2\nofficial:nobody"), StringComparison.Ordinal);
        Assert.Contains(unknown, await RowsAsync("official:o-1\n\nofficial:o-2\nofficial:nobody"), StringComparison.Ordinal);
        Assert.Contains(twice, await RowsAsync("official:o-1\n\nofficial:o-1"), StringComparison.Ordinal);
        Assert.Empty(await app.ItemsAsync("/api/consultations"));
    }

    [Fact]
    public async Task What_is_missing_stands_beside_its_field_and_a_unit_is_not_promoted()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Keys);
        using var officer = await app.OfficerAsync();

        var empty = PageForm.Parse((await officer.PreviewAsync(New, ("subjects", "unit:yj-oubei"))).Text);
        Assert.Equal(["f-purpose-error", "f-askedBy-error"], empty.QuerySelectorAll("main .error").Select(error => error.Id));
        var none = PageForm.Parse((await officer.PreviewAsync(New, ("purpose", "award"), ("askedBy", "县委"))).Text);
        Assert.Equal("对象为 1 至 1000 个，现有 0 个。", none.QuerySelector("#f-subjects-error")!.TextContent);
        var promoted =
            PageForm.Parse(
                (await officer.PreviewAsync(New, ("subjects", "unit:yj-oubei"), ("purpose", "promotion"), ("askedBy", "县委"))).Text);
        Assert.Contains("第 1 行：晋职晋级只适用于人员", promoted.QuerySelector("#f-subjects-error")!.TextContent,
            StringComparison.Ordinal);

        // boundary: as many as a consultation takes, and one more
        var many = string.Join('\n', Enumerable.Range(1, 999).Select(i => $"official:p{i}").Append("official:o-1"));
        Assert.Equal(HttpStatusCode.OK,
            (await officer.PreviewAsync(New, ("subjects", many), ("purpose", "award"), ("askedBy", "县委"))).Status);
        var more =
            PageForm.Parse(
                (await officer.PreviewAsync(New, ("subjects", $"{many}\nofficial:p0"), ("purpose", "award"), ("askedBy", "县委"))).Text);
        Assert.Equal("名单最多 1000 行，现有 1001 行。", more.QuerySelector("#f-subjects-error")!.TextContent);
    }

    [Fact]
    public async Task A_body_sees_what_it_asked_for_itself_officers_and_auditors_see_all_and_others_none()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Keys);
        using var cadres = await app.SignedInAsync("cadres-key-of-the-tests");
        using var honours = await app.SignedInAsync("honours-key-of-the-tests");
        using var auditor = await app.SignedInAsync("auditor-key-of-the-tests");
        using var reader = await app.SignedInAsync("reader-key-of-the-tests");
        using var officer = await app.OfficerAsync();
        Assert.Equal("组织部", PageForm.Of(await cadres.GetAsync(New)).Text("askedBy"));
        var reply = (await cadres.DoAsync(New, ("subjects", "official:o-1"), ("purpose", "promotion"))).Location!;

        foreach (var page in new[] { reply, $"{reply}/document", $"{reply}/table" })
        {
            foreach (var browser in new[] { cadres, officer, auditor })
                Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await honours.GetAsync(page)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(page)).Status);
        }

        foreach (var browser in new[] { cadres, officer, auditor })
            Assert.Contains("平安函〔2026〕1号", (await browser.GetAsync("/board/consultations")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("平安函〔2026〕1号", (await honours.GetAsync("/board/consultations")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(New, (await auditor.GetAsync("/board/consultations")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync(New)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync(New)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/board/consultations?continuation=nonsense")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/board/consultations/none")).Status);
    }

    [Fact]
    public async Task Replies_are_listed_the_last_first_in_parts_and_saved_as_a_table()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        for (var i = 0; i < 52; i++)
            Assert.Equal(HttpStatusCode.Created,
                (await app.PostAsync("/api/consultations",
                    new { subjects = new[] { "official:o-1" }, purpose = "award", askedBy = $"单位{i}" })).StatusCode);
        using var officer = await app.OfficerAsync();

        var first = PageForm.Parse((await officer.GetAsync("/board/consultations")).Text);
        var rest = PageForm.Parse((await officer.GetAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!)).Text);

        var numbers = first.QuerySelectorAll("tbody tr td:first-child").Concat(rest.QuerySelectorAll("tbody tr td:first-child")).Select(
            cell => cell.TextContent);
        Assert.Equal(Enumerable.Range(1, 52).Reverse().Select(i => $"平安函〔2026〕{i}号"), numbers);
        Assert.Null(rest.QuerySelector("a[rel=next]"));
        var table =
            await app.Http.GetAsync(first.QuerySelector("tbody a[href$='/table']")!.GetAttribute("href"),
                TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", table.Content.Headers.ContentType?.MediaType);
        Assert.Contains("平安函〔2026〕52号,official:o-1,",
            Encoding.UTF8.GetString(await table.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)),
            StringComparison.Ordinal);
    }
}

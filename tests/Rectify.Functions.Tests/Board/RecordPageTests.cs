using System.Net;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

/// <summary>What a year asks for, and commendations, entered in a browser.</summary>
public sealed class RecordPageTests
{
    private const string Letter = "/board/responsibility-letters/yj-oubei/2026";
    private const string Report = "/board/duty-reports/o-1/2025";

    private static readonly (string, string)[] Signed = [("signedOn", "2026-03-20"), ("signedBy", "王主任"),
        ("signedWith", "永嘉县平安委")];

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Every_form_and_preview_reads_as_agreed(string language)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();
        await officer.GetAsync($"/board?lang={language}");
        void Check(string name, Browser.Answer answer) => Snapshot.Matches($"{name}.{language}", StableHtml.Of(answer.Text));

        Check("letter", await officer.GetAsync(Letter));
        Check("letter-wrong", await officer.PreviewAsync(Letter));
        Check("letter-preview", await officer.PreviewAsync(Letter, Signed));
        await officer.DoAsync(Letter, Signed);
        Check("letter-correction", await officer.GetAsync(Letter));
        Check("letter-taken-back", await officer.PreviewAsync(Letter, ("entry", "takenBack"), ("reason", "登记有误")));
        Check("report", await officer.GetAsync(Report));
        Check("report-preview",
            await officer.PreviewAsync(Report, ("submittedOn", "2026-01-20"), ("summary", "述职"), ("evidence[0].name", "报告"),
                ("evidence[0].uri", "https://files.example/1")));
        await app.PutAsync("/api/assessments/yj-oubei/2024", new { result = "failed", decidedOn = "2025-02-10" });
        Check("assessment", await officer.GetAsync("/board/assessments/yj-oubei/2025"));
        Check("assessment-preview",
            await officer.PreviewAsync("/board/assessments/yj-oubei/2025", ("result", "failed"), ("decidedOn", "2026-02-10")));
        Check("commendation", await officer.GetAsync("/board/officials/o-1/commendations/c-1"));
        Check("commendation-preview",
            await officer.PreviewAsync("/board/officials/o-1/commendations/c-1", ("title", "先进个人"), ("awardedBy", "永嘉县人民政府"),
                ("awardedOn", "2025-12-01")));
    }

    [Fact]
    public async Task A_letter_is_entered_once_corrected_with_a_reason_and_taken_back()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();
        Assert.Equal(Letter, await LinkAsync(officer, "登记", Letter));

        var form = PageForm.Of(await officer.PreviewAsync(Letter, Signed));
        var answers = await Task.WhenAll(officer.PressAsync(form, "confirm"), officer.PressAsync(form, "confirm"));
        Assert.All([.. answers, await officer.PressAsync(form, "confirm")],
            answer => Assert.Equal((HttpStatusCode.SeeOther, "/board/yearly-cycle?year=2026"), (answer.Status, answer.Location)));
        Assert.Single((await LetterAsync(app)).GetProperty("entries").EnumerateArray());
        Assert.Equal(Letter, await LinkAsync(officer, "更正", Letter));

        var unsaid = await officer.PreviewAsync(Letter, ("signedBy", "李主任"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.Status);
        Assert.Equal("已有登记，更正或撤回须说明理由。", PageForm.Parse(unsaid.Text).QuerySelector("#f-reason-error")!.TextContent);

        var correction = PageForm.Of(await officer.PreviewAsync(Letter, ("signedBy", "李主任"), ("reason", "签订人有误")));
        await app.PutAsync("/api/responsibility-letters/yj-oubei/2026",
            new { signedOn = "2026-03-21", signedBy = "王主任", signedWith = "永嘉县平安委", reason = "日期有误" });
        var late = await officer.PressAsync(correction, "confirm");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("2026年3月21日", PageForm.Parse(late.Text).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("李主任", "2026-03-20"), (PageForm.Of(late).Text("signedBy"), PageForm.Of(late).Text("signedOn")));
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PressAsync(PageForm.Of(late), "confirm")).Status);
        Assert.Equal(["王主任 2026-03-20", "王主任 2026-03-21", "李主任 2026-03-20"],
            (await LetterAsync(app)).GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("content"))
                .Select(content => $"{content.GetProperty("signedBy")} {content.GetProperty("signedOn")}"));

        Assert.Equal(HttpStatusCode.SeeOther, (await officer.DoAsync(Letter, ("entry", "takenBack"), ("reason", "未签订"))).Status);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await LetterAsync(app)).GetProperty("letter").ValueKind);
        Assert.Equal(Letter, await LinkAsync(officer, "登记", Letter));
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.DoAsync(Letter, [.. Signed, ("reason", "已补签")])).Status);
        Assert.Equal("王主任", (await LetterAsync(app)).GetProperty("letter").GetProperty("signedBy").GetString());
    }

    [Fact]
    public async Task Of_two_who_open_the_form_of_what_nobody_has_entered_the_second_sees_what_the_first_entered()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();
        using var other = await app.OfficerAsync();
        var blank = PageForm.Of(await officer.GetAsync(Letter));
        await other.DoAsync(Letter, [.. Signed, ("signedBy", "李主任")]);

        var late = await officer.PressAsync(Signed.Aggregate(blank, (form, typed) => form.With(typed.Item1, typed.Item2)), "preview");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("李主任", PageForm.Parse(late.Text).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("王主任", PageForm.Of(late).Text("signedBy"));
        Assert.Single((await LetterAsync(app)).GetProperty("entries").EnumerateArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.PressAsync(PageForm.Of(late), "confirm")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PressAsync(PageForm.Of(late).With("reason", "签订人有误"), "confirm")).Status);
        Assert.Equal(2, (await LetterAsync(app)).GetProperty("entries").GetArrayLength());
    }

    [Fact]
    public async Task A_report_fulfils_what_its_person_owes_and_its_days_and_documents_are_checked()
    {
        await using var app = await App.StartAsync("2026-01-28 09:00");
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

        foreach (var (name, value, message) in new[]
        {
            ("submittedOn", "2026-01-29", "日期应在2025年1月1日至今天（2026年1月28日）之间，填写的是2026年1月29日。"),
            ("submittedOn", "2024-12-31", "日期应在2025年1月1日至今天（2026年1月28日）之间，填写的是2024年12月31日。"),
            ("evidence[0].uri", "报告", "请填写以 http:// 或 https:// 开头的完整网址。"),
            ("summary", "", "请填写此项。"),
        })
        {
            var wrong =
                await officer.PreviewAsync(Report,
                    [("submittedOn", "2026-01-28"), ("summary", "述职"), ("evidence[0].name", "报告"),
                        ("evidence[0].uri", "https://files.example/1"), (name, value)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
            Assert.Contains(message, PageForm.Parse(wrong.Text).QuerySelectorAll("main .error").Select(error => error.TextContent));
        }

        Assert.Equal(Report, await LinkAsync(officer, "登记", Report, 2025));
        Assert.Equal(HttpStatusCode.SeeOther,
            (await officer.DoAsync(Report, ("submittedOn", "2026-01-28"), ("summary", "述职"), ("evidence[0].name", "报告"),
                ("evidence[0].uri", "https://files.example/1"))).Status);
        Assert.Equal(Report, await LinkAsync(officer, "更正", Report, 2025));
        Assert.Equal("报告",
            (await app.GetAsync("/api/duty-reports/o-1/2025")).GetProperty("report").GetProperty("evidence")[0].GetProperty("name")
                .GetString());
        Assert.Equal("https://files.example/1", PageForm.Of(await officer.GetAsync(Report)).Text("evidence[0].uri"));
    }

    [Fact]
    public async Task The_second_failed_year_opens_a_case_as_its_preview_says_and_a_correction_withdraws_it()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var officer = await app.OfficerAsync();
        const string year = "/board/assessments/yj-oubei/2025";
        await officer.DoAsync("/board/assessments/yj-oubei/2024", ("result", "failed"), ("decidedOn", "2025-02-10"));
        Assert.Empty(await app.ItemsAsync("/api/cases"));

        var preview =
            await officer.PreviewAsync(year, ("result", "failed"), ("decidedOn", "2026-02-10"), ("documentNumber", "永平安委〔2026〕2号"));
        Assert.Contains("2024、2025年度连续不合格：登记后，规则允许的，即就此立案（一票否决）。", preview.Text, StringComparison.Ordinal);
        Assert.Empty(await app.ItemsAsync("/api/cases"));
        var done = await officer.PressAsync(PageForm.Of(preview), "confirm");
        Assert.Equal((HttpStatusCode.SeeOther, "/board/yearly-cycle?year=2025"), (done.Status, done.Location));
        Assert.Contains("已登记。连续两年不合格，已按规则立案。", (await officer.GetAsync(done.Location!)).Text, StringComparison.Ordinal);
        var opened = Assert.Single(await app.ItemsAsync("/api/cases"));
        Assert.Equal("twoYearAssessment",
            (await app.GetAsync($"/api/cases/{opened.GetProperty("caseId").GetString()}")).GetProperty("veto").GetProperty("ground")
                .GetString());

        // The same form once more, and a change without a reason, do nothing.
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PressAsync(PageForm.Of(preview), "confirm")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.PreviewAsync(year, ("result", "passed"))).Status);
        Assert.Single(await app.ItemsAsync("/api/cases"));

        var correction = await officer.PreviewAsync(year, ("result", "passed"), ("decidedOn", "2026-03-30"), ("reason", "复核后合格"));
        Assert.Contains("2024、2025年度不再照原样连续不合格：据此的否决自始无效", correction.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PressAsync(PageForm.Of(correction), "confirm")).Status);
        var undone = await app.GetAsync($"/api/cases/{opened.GetProperty("caseId").GetString()}");
        Assert.True(undone.GetProperty("veto").GetProperty("needsReview").ValueKind == System.Text.Json.JsonValueKind.True
            || undone.GetProperty("status").GetString() is "declined" or "revoked", undone.ToString());
    }

    [Fact]
    public async Task What_keeps_a_case_from_opening_or_leaves_it_without_leaders_is_said()
    {
        await using var app = await App.StartAsync("2026-02-10 09:30");
        await app.PutAsync("/api/units/yj-empty",
            new { name = "空缺街道", kind = "locality", level = "township", liaison = new { name = "陈", email = "l@empty.example" } });
        using var officer = await app.OfficerAsync();
        async Task<string> SaidAsync(string unit, int year, string decidedOn)
        {
            var done = await officer.DoAsync($"/board/assessments/{unit}/{year}", ("result", "failed"), ("decidedOn", decidedOn));
            return PageForm.Parse((await officer.GetAsync(done.Location!)).Text).QuerySelector(".done")!.TextContent;
        }

        Assert.Equal("已登记。", await SaidAsync("yj-oubei", 2025, "2026-02-02"));
        Assert.Equal("已登记。", await SaidAsync("yj-oubei", 2023, "2024-02-02"));

        // The middle one makes two rows at once; the older lies too far back to bar anybody.
        Assert.StartsWith("已登记。连续两年不合格，已按规则立案。未能就2023、2024年度立案：",
            await SaidAsync("yj-oubei", 2024, "2025-02-03"), StringComparison.Ordinal);

        await SaidAsync("yj-empty", 2024, "2025-02-03");
        Assert.Equal(
            "已登记。连续两年不合格，已按规则立案。2026年2月9日台账中无人在受限岗位任职，案件暂只涉及单位，请以更正补列人员。",
            await SaidAsync("yj-empty", 2025, "2026-02-09"));
    }

    [Fact]
    public async Task A_commendation_gets_the_next_id_and_stands_on_the_page_of_its_person()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        using var officer = await app.OfficerAsync();
        (string, string)[] given = [("title", "先进个人"), ("awardedBy", "永嘉县人民政府"), ("awardedOn", "2025-12-01")];

        foreach (var id in new[] { "c-1", "c-2" })
        {
            var free = await officer.GetAsync("/board/officials/o-1/new-commendation");
            Assert.Equal((HttpStatusCode.Found, $"/board/officials/o-1/commendations/{id}"), (free.Status, free.Location));
            Assert.Equal("/board/officials/o-1", (await officer.DoAsync(free.Location!, [.. given, ("title", $"先进个人{id}")])).Location);
        }

        await officer.DoAsync("/board/officials/o-1/commendations/c-2", ("entry", "takenBack"), ("reason", "登记有误"));
        Assert.Equal("/board/officials/o-1/commendations/c-3", (await officer.GetAsync("/board/officials/o-1/new-commendation")).Location);
        var page = PageForm.Parse((await officer.GetAsync("/board/officials/o-1")).Text);
        Assert.Equal(["先进个人c-1 /board/officials/o-1/commendations/c-1"],
            page.QuerySelectorAll("td a[href*=commendations]").Select(link => $"{link.TextContent} {link.GetAttribute("href")}"));
        Assert.Contains("先进个人c-1", (await officer.GetAsync("/board/officials/o-1/performance-record")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_an_officer_enters_and_what_is_not_there_is_said()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        using var officer = await app.OfficerAsync();
        string[] addresses = [Letter, Report, "/board/assessments/yj-oubei/2025", "/board/officials/o-1/commendations/c-1",
            "/board/officials/o-1/new-commendation"];

        foreach (var key in new[] { "reader-key-of-the-tests", "unit-key-of-the-tests" })
        {
            using var other = await app.SignedInAsync(key);
            foreach (var address in addresses) Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(address)).Status);
            Assert.DoesNotContain("/board/responsibility-letters/", (await other.GetAsync("/board/yearly-cycle")).Text,
                StringComparison.Ordinal);
        }

        foreach (var address in new[]
        {
            "/board/responsibility-letters/nobody/2026", "/board/responsibility-letters/yj-oubei/2028",
            "/board/responsibility-letters/yj-oubei/next", "/board/duty-reports/nobody/2025",
            "/board/duty-reports/o-1/2027", "/board/assessments/yj-oubei/2027", "/board/assessments/yj-oubei/1999",
            "/board/officials/nobody/new-commendation",
        })
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(address)).Status);

        // The letter of the next year may be signed already; nothing else of it.
        var next = (await officer.GetAsync("/board/yearly-cycle?year=2027")).Text;
        Assert.Contains("/board/responsibility-letters/yj-oubei/2027", next, StringComparison.Ordinal);
        Assert.DoesNotContain("/board/assessments/yj-oubei/2027", next, StringComparison.Ordinal);
    }

    private static Task<System.Text.Json.JsonElement> LetterAsync(App app) => app.GetAsync("/api/responsibility-letters/yj-oubei/2026");

    private static async Task<string?> LinkAsync(Browser browser, string text, string address, int year = 2026) =>
        PageForm.Parse((await browser.GetAsync($"/board/yearly-cycle?year={year}")).Text).QuerySelectorAll("td a")
            .Where(link => link.TextContent == text && link.GetAttribute("href") == address).Select(link => link.GetAttribute("href"))
            .SingleOrDefault();
}

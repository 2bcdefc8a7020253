using System.Net;
using Rectify.Functions.Board;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

public sealed class BoardAccessTests
{
    private static readonly string[] Keys =
    [
        "--Access:Keys:0:Name", "瓯北街道", "--Access:Keys:0:Role", "unit",
        "--Access:Keys:0:Key", "unit-key-of-the-tests", "--Access:Keys:0:UnitId", "yj-oubei",
        "--Access:Keys:1:Name", "邻街道", "--Access:Keys:1:Role", "unit",
        "--Access:Keys:1:Key", "other-key-of-the-tests", "--Access:Keys:1:UnitId", "yj-other",
        "--Access:Keys:2:Name", "组织部", "--Access:Keys:2:Role", "consulting", "--Access:Keys:2:Key", "consulting-key-of-the-tests",
        "--Access:Keys:3:Name", "领导", "--Access:Keys:3:Role", "reader", "--Access:Keys:3:Key", "reader-key-of-the-tests",
    ];

    [Fact]
    public async Task Without_a_credential_every_page_leads_to_the_sign_in_and_back_and_says_nothing_else()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        using var browser = new Browser(app);

        foreach (var page in new[] { "/board", "/board/cases?status=vetoed", $"/board/cases/{caseId}", "/board/cases/none",
            "/board/sanctions", "/board/eligibility", "/board/outbox", "/board/audit", "/board/calendar", "/board/health",
            "/board/consultations", "/board/new-consultation", "/board/units", "/board/officials/o-1", "/board/registry/import",
            "/board/units.csv" })
        {
            var answer = await browser.GetAsync(page);
            Assert.Equal((HttpStatusCode.SeeOther, $"/board/sign-in?returnTo={Uri.EscapeDataString(page)}", ""),
                (answer.Status, answer.Location, answer.Text));
        }

        var english = await browser.GetAsync("/board/cases?lang=en");
        Assert.Equal($"/board/sign-in?returnTo={Uri.EscapeDataString("/board/cases?lang=en")}&lang=en", english.Location);
    }

    [Fact]
    public async Task A_key_is_typed_once_and_a_cookie_that_scripts_and_other_sites_cannot_use_stands_for_it()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Keys);
        using var browser = new Browser(app);

        var signedIn = await browser.SignInAsync("reader-key-of-the-tests", "/board/cases?status=vetoed");
        Assert.Equal((HttpStatusCode.SeeOther, "/board/cases?status=vetoed"), (signedIn.Status, signedIn.Location));
        Assert.EndsWith("; path=/board; samesite=strict; httponly", signedIn.SetCookie, StringComparison.Ordinal);
        Assert.DoesNotContain("reader-key-of-the-tests", signedIn.SetCookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/board")).Status);
    }

    [Fact]
    public async Task A_session_opens_pages_and_no_interface()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Keys);
        using var browser = new Browser(app);
        await browser.SignInAsync("reader-key-of-the-tests", "/board");

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/board")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/cases", alsoOutsideTheBoard: true)).Status);
    }

    [Fact]
    public async Task A_session_outlives_a_restart_and_ends_with_its_key()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Keys);
        await app.PutOtherUnitAsync();
        using var browser = new Browser(app);
        await browser.SignInAsync("reader-key-of-the-tests", "/board");

        await app.RestartAtAsync("2026-03-31 09:00", settings: Keys);
        browser.MoveTo(app);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/board")).Status);

        await app.RestartAtAsync(
            "2026-04-01 09:00",
            settings: [.. Keys.Select(setting => setting == "reader-key-of-the-tests" ? "another-key-of-the-tests" : setting)]);
        browser.MoveTo(app);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.GetAsync("/board")).Status);
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("")]
    public async Task A_key_that_is_nobodys_is_refused_and_the_page_stays(string key)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var browser = new Browser(app);

        var refused = await browser.SignInAsync(key, "/board/cases");

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("密钥不正确", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"/board/cases\"", refused.Text, StringComparison.Ordinal);
        Assert.Equal("", refused.SetCookie);
    }

    [Fact]
    public async Task A_made_up_cookie_opens_nothing()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var browser = new Browser(app) { Session = "CfDJ8AAAA" };

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.GetAsync("/board")).Status);
    }

    [Theory]
    [InlineData("/board", "/board")]
    [InlineData("/board?lang=en", "/board?lang=en")]
    [InlineData("/board/cases/x", "/board/cases/x")]
    // anywhere else
    [InlineData(null, "/board")]
    [InlineData("", "/board")]
    [InlineData("/boardgames", "/board")]
    [InlineData("//evil.example/board", "/board")]
    [InlineData("https://evil.example/board", "/board")]
    [InlineData("/board/\\evil.example", "/board")]
    [InlineData("/board/\r\nSet-Cookie: x", "/board")]
    public void A_sign_in_leads_to_the_board_and_nowhere_else(string? asked, string expected) =>
        Assert.Equal(expected, RefusalPages.ReturnAddress(asked));

    [Theory]
    // role, page, is it shown
    [InlineData("reader-key-of-the-tests", "/board", true)]
    [InlineData("reader-key-of-the-tests", "/board/sanctions", true)]
    [InlineData("reader-key-of-the-tests", "/board/eligibility", false)]
    [InlineData("reader-key-of-the-tests", "/board/calendar", true)]
    [InlineData("reader-key-of-the-tests", "/board/rulebooks", true)]
    [InlineData("reader-key-of-the-tests", "/board/outbox", false)]
    [InlineData("reader-key-of-the-tests", "/board/audit", false)]
    [InlineData("consulting-key-of-the-tests", "/board/eligibility", true)]
    [InlineData("reader-key-of-the-tests", "/board/units", true)]
    [InlineData("reader-key-of-the-tests", "/board/officials", true)]
    [InlineData("unit-key-of-the-tests", "/board/officials", false)]
    [InlineData("consulting-key-of-the-tests", "/board/units", false)]
    [InlineData("consulting-key-of-the-tests", "/board/consultations", true)]
    [InlineData("consulting-key-of-the-tests", "/board/health", false)]
    [InlineData("unit-key-of-the-tests", "/board/health", false)]
    [InlineData("unit-key-of-the-tests", "/board/consultations", false)]
    [InlineData("consulting-key-of-the-tests", "/board/outbox", false)]
    [InlineData("consulting-key-of-the-tests", "/board/cases", false)]
    [InlineData("consulting-key-of-the-tests", "/board/sanctions", false)]
    [InlineData("unit-key-of-the-tests", "/board", true)]
    [InlineData("unit-key-of-the-tests", "/board/cases", true)]
    [InlineData("unit-key-of-the-tests", "/board/calendar", true)]
    [InlineData("unit-key-of-the-tests", "/board/outbox", false)]
    [InlineData("unit-key-of-the-tests", "/board/sanctions", false)]
    [InlineData("unit-key-of-the-tests", "/board/eligibility", false)]
    public async Task A_role_sees_its_pages_and_is_told_so_in_words_on_others(string key, string page, bool isShown)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Keys);
        using var browser = new Browser(app);
        await browser.SignInAsync(key, "/board");

        var answer = await browser.GetAsync(page);

        Assert.Equal(isShown ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(!isShown, answer.Text.Contains("您的角色无权查看此页", StringComparison.Ordinal));
        Assert.Equal(isShown, answer.Text.Contains($"<a href=\"{page}\" aria-current=\"page\">", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("reader-key-of-the-tests", true)]
    [InlineData("unit-key-of-the-tests", true)]
    [InlineData("consulting-key-of-the-tests", false)]
    public async Task The_search_stands_on_the_pages_of_who_may_see_what_it_finds(string key, bool isShown)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Keys);
        using var browser = new Browser(app);
        await browser.SignInAsync(key, "/board");

        Assert.Equal(isShown ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await browser.GetAsync("/board/search?q=1")).Status);
        var page = (await browser.GetAsync(isShown ? "/board" : "/board/eligibility")).Text;
        Assert.Equal(isShown, page.Contains("role=\"search\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_unit_sees_its_own_cases_and_another_units_case_looks_like_none()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Keys);
        await app.PutOtherUnitAsync();
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        using var own = new Browser(app);
        using var other = new Browser(app);
        await own.SignInAsync("unit-key-of-the-tests", "/board");
        await other.SignInAsync("other-key-of-the-tests", "/board");

        Assert.Contains($"/board/cases/{caseId}", (await own.GetAsync("/board")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(caseId, (await other.GetAsync("/board")).Text, StringComparison.Ordinal);
        Assert.Contains(caseId, (await own.GetAsync("/board/cases?unitId=yj-other")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync($"/board/cases/{caseId}")).Status);
        Assert.DoesNotContain(caseId, (await other.GetAsync("/board/cases?unitId=yj-oubei")).Text, StringComparison.Ordinal);
        var (refused, missing) = (await other.GetAsync($"/board/cases/{caseId}"), await other.GetAsync("/board/cases/none"));
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.Equal(StableHtml.Of(missing.Text.Replace("none", caseId, StringComparison.Ordinal)), StableHtml.Of(refused.Text));
    }
}

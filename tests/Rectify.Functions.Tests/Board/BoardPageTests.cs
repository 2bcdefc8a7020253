using System.Net;
using System.Text.RegularExpressions;
using Rectify.Board.Layout;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

public sealed partial class BoardPageTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Every_page_of_a_case_that_was_vetoed_reads_as_agreed(string language)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", "--Office:Name", "永嘉县平安办");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-10-08 09:00");
        await app.PostAsync("/api/listings", With(App.Listing("2026-10-08", new { days = 20 }), "documentNumber", "永平安督〔2026〕4号"));
        using var browser = await SignedInAsync(app);
        await browser.GetAsync($"/board?lang={language}");

        foreach (var (name, page) in new[]
        {
            ("overview", "/board"), ("register", "/board/cases"), ("case", $"/board/cases/{caseId}"), ("sanctions", "/board/sanctions"),
            ("calendar", "/board/calendar"), ("calendar-provisional", "/board/calendar?year=2027"), ("rulebooks", "/board/rulebooks"),
            ("outbox", $"/board/outbox?state=sent&caseId={caseId}"), ("mail", await MailOfAsync(app, caseId)),
            ("audit", "/board/audit?check=yes"), ("health", "/board/health"), ("sign-in", "/board/sign-in"),
            ("eligibility",
                "/board/eligibility?on=2026-10-08&subjects=unit%3Ayj-oubei%0Aofficial%3Ao-1%0Aofficial%3Ao-4%0Aofficial%3Anobody%0Ahello"),
        })
        {
            var answer = await browser.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Snapshot.Matches($"{name}.{language}", Stable(answer.Text, caseId));
        }
    }

    [Fact]
    public async Task Every_page_keeps_to_itself_and_needs_neither_script_nor_inline_style()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        using var browser = await SignedInAsync(app);

        foreach (var page in new[] { "/board", "/board/cases", $"/board/cases/{caseId}", "/board/cases/none", "/board/sanctions",
            "/board/eligibility", "/board/calendar", "/board/rulebooks", "/board/outbox", "/board/audit?check=yes", "/board/health",
            "/board/consultations", "/board/new-consultation", "/board/units", "/board/officials", "/board/units/yj-oubei",
            "/board/officials/o-1", "/board/registry/unit", "/board/registry/official", "/board/registry/import",
            "/board/calendar/2027/import", "/board/rulebooks/zhejiang-2017-3", "/board/rulebooks/zhejiang-2017-3/comparison",
            "/board/load-rulebook?from=zhejiang-2017-3", "/board/rulebooks/zhejiang-2017-3/in-force", "/board/sign-in" })
        {
            var answer = await browser.GetAsync(page);
            Assert.Equal("default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.DoesNotMatch("(?i)<script|<style|\\sstyle=|\\son[a-z]+=|javascript:", answer.Text);
            Assert.InRange(answer.Text.Length, 500, 100 * 1024);
        }
    }

    [Fact]
    public async Task Whatever_is_typed_is_shown_as_text()
    {
        const string hostile = "\"'><script>alert(1)</script>&amp;";
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var listing = App.Listing("2026-03-30", new { months = 6 });
        foreach (var member in new[] { "facts", "legalBasis", "issuedBy" }) listing[member] = hostile;
        listing["goals"] = new[] { hostile };
        var caseId = (await app.PostAsync("/api/listings", listing)).Headers.Location!.ToString().Split('/')[^1];
        using var browser = await SignedInAsync(app);

        var page = (await browser.GetAsync($"/board/cases/{caseId}")).Text;
        var asked = (await browser.GetAsync("/board/eligibility?subjects=" + Uri.EscapeDataString(hostile))).Text;

        Assert.Equal(4, Regex.Count(page, Regex.Escape("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;")));
        Assert.Equal(3, Regex.Count(asked, Regex.Escape("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp")));
        Assert.DoesNotContain("<script", page + asked, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_empty_board_says_what_to_do_next()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var browser = await SignedInAsync(app);

        var page = (await browser.GetAsync("/board")).Text;

        Assert.All(
            ["逐个登记。 <a href=\"/board/units\">单位</a>", "可先预览全部日期。 <a href=\"/board/cases\">台账</a>",
                "<code>--sample</code>"],
            next => Assert.Contains(next, page, StringComparison.Ordinal));
        await app.ListAsync("2026-03-30", new { months = 6 });
        Assert.DoesNotContain("--sample", (await browser.GetAsync("/board")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_that_was_chosen_stays()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var browser = await SignedInAsync(app);

        Assert.Contains("<html lang=\"zh-CN\">", (await browser.GetAsync("/board")).Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", (await browser.GetAsync("/board?lang=en")).Text, StringComparison.Ordinal);
        var later = (await browser.GetAsync("/board/cases?status=vetoed")).Text;
        Assert.Contains("<html lang=\"en\">", later, StringComparison.Ordinal);
        Assert.Contains("href=\"/board/cases?status=vetoed&amp;lang=zh-CN\"", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_register_of_more_than_a_page_is_shown_part_by_part_without_loss()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        for (var i = 1; i <= 53; i++)
        {
            var answer =
                await app.PostAsync("/api/listings",
                    With(App.Listing("2026-03-30", new { months = 6 }), "documentNumber", $"永平安督〔2026〕{i}号"));
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        }

        using var browser = await SignedInAsync(app);
        var first = (await browser.GetAsync("/board/cases?light=green")).Text;
        var next = WebUtility.HtmlDecode(NextLink().Match(first).Groups[1].Value);
        var second = (await browser.GetAsync(next)).Text;

        Assert.StartsWith("/board/cases?light=green&continuation=", next, StringComparison.Ordinal);
        var numbers = Number().Matches(first + second).Select(match => match.Value).ToList();
        Assert.Equal(53, numbers.Distinct().Count());
        Assert.Equal(53, numbers.Count);
        Assert.DoesNotMatch(NextLink(), second);
    }

    [Theory]
    [InlineData("/board/cases?status=nonsense", 400)]
    [InlineData("/board/cases?status=vetoed,nonsense", 400)]
    [InlineData("/board/cases?dueBefore=2026-02-30", 400)]
    [InlineData("/board/cases?continuation=nonsense", 404)]
    [InlineData("/board/eligibility?on=soon", 400)]
    [InlineData("/board/sanctions?page=0", 400)]
    [InlineData("/board/sanctions?kind=animal", 400)]
    [InlineData("/board/cases?order=random", 400)]
    [InlineData("/board/calendar?year=2023", 404)]
    [InlineData("/board/calendar?year=2100", 404)]
    [InlineData("/board/outbox?state=lost", 400)]
    [InlineData("/board/outbox?state=sent&continuation=nonsense", 404)]
    [InlineData("/board/outbox/nobody", 404)]
    [InlineData("/board/audit?check=yes&caseId=nobody", 404)]
    public async Task An_address_that_cannot_be_read_gets_a_page_that_says_so(string address, int status)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var browser = await SignedInAsync(app);

        var answer = await browser.GetAsync(address);

        Assert.Equal(status, (int)answer.Status);
        Assert.Contains("class=\"refusal\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stylesheet_may_be_kept_for_ever_because_its_address_changes_with_it()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var browser = new Browser(app);

        var style = await browser.GetAsync(Stylesheet.Address);

        Assert.Equal((HttpStatusCode.OK, Stylesheet.Text), (style.Status, style.Text));
        Assert.Equal("public, max-age=31536000, immutable", style.Headers.GetValues("Cache-Control").Single());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/board/style/0123456789abcdef.css")).Status);
    }

    private static async Task<string> MailOfAsync(App app, string caseId) =>
        $"/board/outbox/{(await app.ItemsAsync($"/api/notices?caseId={caseId}"))[0].GetProperty("noticeId").GetString()}";

    private static async Task<Browser> SignedInAsync(App app)
    {
        var browser = new Browser(app);
        await browser.SignInAsync(app.Http.DefaultRequestHeaders.GetValues("x-functions-key").Single(), "/board");
        return browser;
    }

    private static Dictionary<string, object?> With(Dictionary<string, object?> listing, string member, object value) =>
        new(listing) { [member] = value };

    // Ids of cases are drawn anew in each run, and the stylesheet's address changes with every rule in it.
    private static string Stable(string html, string caseId) =>
        CaseAddress().Replace(
            Latest().Replace(Ticket().Replace(html, "name=\"_ticket\" value=\"{ticket}\""), "name=\"latest\" value=\"{entries}\""),
            match => match.Value == $"/board/cases/{caseId}" ? "/board/cases/{case}" : "/board/cases/{other}")
            .Replace(caseId, "{case}", StringComparison.Ordinal)
            .Replace(Stylesheet.Version, "{version}", StringComparison.Ordinal)
            .Replace("><", ">\n<", StringComparison.Ordinal);

    [GeneratedRegex("name=\"_ticket\" value=\"[^\"]+\"")]
    private static partial Regex Ticket();

    [GeneratedRegex("name=\"latest\" value=\"[^\"]+\"")]
    private static partial Regex Latest();

    [GeneratedRegex("/board/cases/[0-9a-f]{32}")]
    private static partial Regex CaseAddress();

    [GeneratedRegex("<p><a href=\"(/board/cases\\?[^\"]*continuation=[^\"]*)\"")]
    private static partial Regex NextLink();

    [GeneratedRegex("永平安督〔2026〕\\d+号")]
    private static partial Regex Number();
}

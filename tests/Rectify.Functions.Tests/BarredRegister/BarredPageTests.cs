using System.Net;
using Rectify.Functions.Tests.Accounts;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.BarredRegister;

/// <summary>The register of the barred on the board, and its table.</summary>
public sealed class BarredPageTests
{
    private const string Allowed = "allowed-key-of-the-tests";
    private const string Other = "other-key-of-the-tests";

    private static readonly string[] Keys =
    [
        "--Access:Keys:0:Name", "组织部", "--Access:Keys:0:Role", "consulting", "--Access:Keys:0:Key", Allowed,
        "--Access:Keys:1:Name", "文明办", "--Access:Keys:1:Role", "consulting", "--Access:Keys:1:Key", Other,
        "--Office:RegisterReaders", "组织部",
    ];

    [Fact]
    public async Task A_day_and_a_local_time_of_the_ledger_are_asked_for_and_the_table_says_the_same()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-04-10 10:00");
        await app.DoAsync(caseId, "revocation",
            new { measure = "listing", effect = "void", reason = "认定有误", decidedBy = "县委政法委" });

        using var browser = new Browser(app);
        await browser.SignInAsync(Allowed, "/board");
        Assert.DoesNotContain(
            "yj-oubei", (await browser.GetAsync("/board/barred?on=2026-04-01&asOf=")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("yj-oubei", await PageAsync("2026-03-30T09:29"), StringComparison.Ordinal);
        var page = await PageAsync("2026-04-10T09:59");
        Assert.Contains("yj-oubei", page, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-04-10T09:59:00\"", page, StringComparison.Ordinal);

        var table = PageForm.Parse(page).QuerySelector("a[href^='/board/barred.csv']")!.GetAttribute("href")!;
        Assert.Contains("unit:yj-oubei", (await browser.GetAsync(table)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.GetAsync("/board/barred?asOf=2026-04-11T00:00")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.GetAsync("/board/barred?asOf=0001-01-01T00:00")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/board/barred?asOf=yesterday")).Status);

        async Task<string> PageAsync(string asOf) =>
            (await browser.GetAsync($"/board/barred?on=2026-04-01&asOf={Uri.EscapeDataString(asOf)}")).Text;
    }

    [Fact]
    public async Task The_setting_names_an_account_by_its_id_and_a_namesake_of_an_allowed_key_has_nothing()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", [.. Keys[..^1], "组织部,hr"]);
        var byId = await AccountJourneyTests.SystemAsync(app, "hr", new { name = "人事处", role = "consulting" });
        var byName = await AccountJourneyTests.SystemAsync(app, "other", new { name = "组织部", role = "consulting" });

        Assert.Equal(HttpStatusCode.OK, await AccountJourneyTests.StatusAsync(app, "GET", "/api/barred", byId));
        Assert.Equal(HttpStatusCode.Forbidden, await AccountJourneyTests.StatusAsync(app, "GET", "/api/barred", byName));
    }

    [Theory]
    [InlineData(Allowed, HttpStatusCode.OK)]
    [InlineData(Other, HttpStatusCode.Forbidden)]
    public async Task A_consulting_body_has_it_when_the_office_allows_it(string key, HttpStatusCode expected)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        using var browser = new Browser(app);
        await browser.SignInAsync(key, "/board");
        Assert.Equal(expected, (await browser.GetAsync("/board/barred")).Status);
        Assert.Equal(expected, (await browser.GetAsync("/board/barred.csv")).Status);
        var leads = (await browser.GetAsync("/board/consultations")).Text.Contains("/board/barred", StringComparison.Ordinal);
        Assert.Equal(expected == HttpStatusCode.OK, leads);
    }
}

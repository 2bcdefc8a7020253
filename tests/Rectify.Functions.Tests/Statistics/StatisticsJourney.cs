using System.Net;
using System.Text.Json;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Statistics;

/// <summary>Half a year of an office, counted by the days on which things happened.</summary>
public sealed class StatisticsJourney
{
    private const string HalfYear = "from=2026-01-01&to=2026-06-30";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Listings_releases_refusals_extensions_and_vetoes_count_on_their_own_days_and_void_ones_do_not()
    {
        await using var app = await App.StartAsync("2026-01-12 09:30");
        var released = await ListAsync(app, "2026-01-12", 1);
        await app.AdvanceAsync("2026-02-02 09:30");
        var vetoed = await ListAsync(app, "2026-02-02", 2);
        await app.AdvanceAsync("2026-03-09 10:00");
        await app.DoAsync(released, "submission", new { summary = "首次报告" });
        await app.DoAsync(released, "inspection", new { result = "failed", remarks = "未达到目标" });
        await app.AdvanceAsync("2026-04-02 10:00");
        await app.DoAsync(released, "submission", new { summary = "已整改到位" });
        await app.DoAsync(released, "inspection", new { result = "passed", remarks = "合格" });
        var mistaken = await ListAsync(app, "2026-04-02", 3);
        await app.AdvanceAsync("2026-04-10 10:00");
        await app.DoAsync(vetoed, "extension", new { by = new { months = 1 }, reason = "汛期", approvedBy = "县委平安办" });
        await app.DoAsync(mistaken, "revocation",
            new { measure = "listing", effect = "void", reason = "认定有误", decidedBy = "县委政法委" });
        await app.AdvanceAsync("2026-07-02 10:00");

        var found = await app.GetAsync($"/api/statistics?{HalfYear}");
        Assert.Equal(
            "listings 2, released 1, releasedInTime 1, refused 1, extended 1, vetoed 1, median 80", Text(found.GetProperty("total")));
        Assert.Equal(
            [
                "2026-Q1: listings 2, released 0, releasedInTime 0, refused 1, extended 0, vetoed 0, median ",
                "2026-Q2: listings 0, released 1, releasedInTime 1, refused 0, extended 1, vetoed 1, median 80",
            ],
            Rows(found, "quarters"));
        Assert.StartsWith("yj-oubei: listings 2,", Assert.Single(Rows(found, "units")), StringComparison.Ordinal);
        Assert.StartsWith("unresolvedHotspot: listings 2,", Assert.Single(Rows(found, "grounds")), StringComparison.Ordinal);

        // A release is counted where it happened, also when the listing was before the period; and nothing is counted twice.
        var second = await app.GetAsync("/api/statistics?from=2026-04-01&to=2026-06-30");
        Assert.Equal(Rows(found, "quarters")[1], Assert.Single(Rows(second, "quarters")));
        Assert.Equal("listings 0, released 0, releasedInTime 0, refused 0, extended 0, vetoed 0, median ",
            Text((await app.GetAsync("/api/statistics?from=2026-07-01&to=2026-12-31")).GetProperty("total")));

        // A release that was entered by error is no release.
        await app.DoAsync(released, "entry-correction", new { entry = "inspection", reason = "误登", decidedBy = "县委平安办" });
        Assert.Contains("released 0, releasedInTime 0", Text((await app.GetAsync($"/api/statistics?{HalfYear}")).GetProperty("total")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lower_rungs_late_releases_grounds_and_vetoes_without_a_listing_are_counted_as_what_they_are()
    {
        await using var app = await App.StartAsync("2026-01-12 09:30");
        var late = await ListAsync(app, "2026-01-12", 1, ["bf-5", "tl28-4"]);
        var notice = await AdmonishAsync(app, "notice");
        await AdmonishAsync(app, "talk");
        var direct = await VetoAsync(app, 4);
        await VetoAsync(app, 5);
        await app.DoAsync(direct, "revocation",
            new { measure = "veto", effect = "void", reason = "认定有误", decidedBy = "县委政法委" });
        await app.AdvanceAsync("2026-02-02 09:30");
        await app.DoAsync(notice, "submission", new { summary = "已整改" });
        await app.DoAsync(notice, "inspection", new { result = "passed", remarks = "合格" });
        await app.AdvanceAsync("2026-04-10 09:30");
        await app.DoAsync(late, "submission", new { summary = "已整改" });
        await app.AdvanceAsync("2026-04-20 09:30");
        await app.DoAsync(late, "inspection",
            new { result = "failed", remarks = "差一点", ifFailedLate = "continue", newDueOn = "2026-05-20" });
        await app.AdvanceAsync("2026-05-11 09:30");
        await app.DoAsync(late, "submission", new { summary = "已整改到位" });
        await app.DoAsync(late, "inspection", new { result = "passed", remarks = "合格" });

        var found = await app.GetAsync($"/api/statistics?{HalfYear}");
        var total = found.GetProperty("total");
        Assert.Equal("listings 1, released 1, releasedInTime 0, refused 1, extended 0, vetoed 1, median 119", Text(total));
        Assert.Equal(
            (1, 1, 1),
            (total.GetProperty("notices").GetInt32(), total.GetProperty("talks").GetInt32(), total.GetProperty("fulfilled").GetInt32()));
        Assert.Equal(
            ["bf-5: listings 1, released 1", "neglect: listings 0, released 0", "other: listings 0, released 0",
                "tl28-4: listings 1, released 1"],
            Rows(found, "grounds").Select(row => row.Split(", releasedInTime")[0]));
    }

    [Fact]
    public async Task The_page_and_its_table_say_the_same_and_a_period_that_cannot_be_is_refused()
    {
        await using var app = await App.StartAsync("2026-01-12 09:30");
        await ListAsync(app, "2026-01-12", 1);
        using var officer = await app.OfficerAsync();
        var page = PageForm.Parse((await officer.GetAsync($"/board/statistics?{HalfYear}")).Text);
        var row = page.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr")[0];
        Assert.Equal(
            ["2026年第1季度", "0", "0", "1", "0", "0", "0", "0", "0", "0", "—"], row.Children.Select(cell => cell.TextContent.Trim()));

        var table = (await officer.GetAsync(page.QuerySelector("main a[href^='/board/statistics.csv']")!.GetAttribute("href")!)).Text;
        Assert.Contains("2026-01-01,2026-06-30,季度 quarter,2026-Q1,2026年第1季度,0,0,1,0,0,0,0,0,0,", table, StringComparison.Ordinal);
        Assert.Contains("2026-01-01,2026-06-30,单位 unit,yj-oubei,", table, StringComparison.Ordinal);

        foreach (var (asked, status) in new[]
        {
            ("from=2026-02-01&to=2026-01-31", HttpStatusCode.UnprocessableEntity), ("from=2010-01-01", HttpStatusCode.UnprocessableEntity),
            ("to=2027-01-01", HttpStatusCode.UnprocessableEntity), ("from=0001-01-01", HttpStatusCode.UnprocessableEntity),
            ("from=2026-2-1", HttpStatusCode.BadRequest), ("", HttpStatusCode.OK), ("to=2025-12-31", HttpStatusCode.OK),
        })
        {
            Assert.Equal(status, (await app.Http.GetAsync($"/api/statistics?{asked}", Cancellation)).StatusCode);
            Assert.Equal(status, (await officer.GetAsync($"/board/statistics?{asked}")).Status);
        }
    }

    private static Task<string> ListAsync(App app, string listedOn, int number, string[]? grounds = null)
    {
        var listing = App.Listing(listedOn, new { months = 3 });
        listing["documentNumber"] = $"永平安督〔2026〕{number}号";
        if (grounds is not null) listing["groundCodes"] = grounds;
        return OpenAsync(app, "/api/listings", listing);
    }

    private static Task<string> AdmonishAsync(App app, string rung) => OpenAsync(app, "/api/admonitions", new
    {
        unitId = "yj-oubei",
        rung,
        ground = "neglect",
        facts = "问题突出",
        goals = new[] { "整改到位" },
        issuedOn = "2026-01-12",
        legalBasis = "条例",
        issuedBy = "县平安办",
    });

    private static Task<string> VetoAsync(App app, int number) => OpenAsync(app, "/api/vetoes", new
    {
        unitId = "yj-oubei",
        ground = "other",
        accountabilityGround = "other",
        facts = "弄虚作假",
        decidedOn = "2026-01-12",
        legalBasis = "条例",
        issuedBy = "县委",
        documentNumber = $"永平安督〔2026〕{number}号",
    });

    private static async Task<string> OpenAsync(App app, string address, object body)
    {
        var response = await app.PostAsync(address, body);
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Cancellation));
        return response.Headers.Location!.ToString().Split('/')[^1];
    }

    private static IReadOnlyList<string> Rows(JsonElement statistics, string group) =>
        [.. statistics.GetProperty(group).EnumerateArray().Select(row => $"{row.GetProperty("key")}: {Text(row.GetProperty("figures"))}")];

    private static string Text(JsonElement figures) => string.Join(", ",
        new[] { "listings", "released", "releasedInTime", "refused", "extended", "vetoed" }.Select(name =>
            $"{name} {figures.GetProperty(name)}").Append($"median {figures.GetProperty("medianDaysToRelease")}"));
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>S4-S6, S13 and the grounds through HTTP: whom a measure bars, and from what.</summary>
public class SanctionsJourney
{
    // S5: two listings overlap for half of their terms.
    [Fact]
    public async Task Overlapping_sanctions_run_concurrently_and_each_is_named()
    {
        await using var app = await App.StartAsync("2026-01-12 09:30");
        await app.ListAsync("2026-01-12", new { months = 20 });
        await app.AdvanceAsync("2026-03-30 09:30");
        await ListAsync(app, "2026-03-30", "永平安督〔2026〕4号");

        var both = await app.GetAsync("/api/eligibility?subject=official:o-1&on=2026-04-01");
        Assert.Equal(("barred", "2026-09-30"), (Text(both, "answer"), Text(both, "until")));
        Assert.Equal(["永平安督〔2026〕3号", "永平安督〔2026〕4号"],
            both.GetProperty("bases").EnumerateArray().Select(basis => Text(basis, "documentNumber")).Order());
        Assert.Single((await app.GetAsync("/api/eligibility?subject=official:o-1&on=2026-07-13")).GetProperty("bases").EnumerateArray());
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 10, 1)));
    }

    // S6: who leaves takes the sanction along, also the one that comes later; who comes is not sanctioned for what was before.
    [Fact]
    public async Task A_sanction_follows_the_person_and_a_new_leader_is_not_sanctioned()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        await app.PutAsync("/api/units/yj-qiaotou",
            new { name = "桥头镇", kind = "locality", level = "township", liaison = new { name = "郑", email = "l@qiaotou.example" } });
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-06-01 10:00");
        await app.PutAsync("/api/officials/o-1", Official("yj-qiaotou", "2026-06-01"));
        await app.PutAsync("/api/officials/o-9", Official("yj-oubei", "2026-06-01"));

        await app.AdvanceAsync("2026-10-09 10:00");
        Assert.Equal("vetoed", Text(await app.CaseAsync(caseId), "status"));
        foreach (var day in new[] { new DateOnly(2026, 6, 15), new DateOnly(2026, 10, 9), new DateOnly(2027, 9, 30) })
            Assert.Equal(("barred", "clear"),
                (await app.EligibilityAsync("official:o-1", day), await app.EligibilityAsync("official:o-9", day)));
        Assert.Equal("clear", await app.EligibilityAsync("unit:yj-qiaotou", new DateOnly(2026, 10, 9)));
    }

    // S4 both ways: by the rulebook the release ends the listing's sanction, or does not.
    [Theory]
    [InlineData("zhejiang-2017-3", "barred")]
    [InlineData("henan-2016-2", "clear")]
    public async Task A_release_ends_the_sanction_only_where_the_rulebook_says_so(string rulebook, string after)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", "--Office:Rulebook", rulebook);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-05-06 10:00");
        await app.DoAsync(caseId, "submission", new { summary = "已整改" });
        await app.DoAsync(caseId, "inspection", new { result = "passed", remarks = "合格" });

        Assert.Equal(("barred", after),
            (await app.EligibilityAsync("unit:yj-oubei", new DateOnly(2026, 5, 6)),
                await app.EligibilityAsync("unit:yj-oubei", new DateOnly(2026, 5, 7))));
        Assert.Equal("clear", await app.EligibilityAsync("unit:yj-oubei", new DateOnly(2026, 10, 1)));
    }

    // S13: who gets a copy stands in the rulebook and in what the office sees before it decides.
    [Fact]
    public async Task Copies_of_a_decision_go_to_whom_the_rulebook_names()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var named = (await app.GetAsync("/api/rulebooks/zhejiang-2017-3")).GetProperty("copies").ToString();
        var listing =
            await (await app.PostAsync("/api/listings/preview",
                App.Listing("2026-03-30", new { months = 6 }))).Content.ReadFromJsonAsync<JsonElement>(
                    TestContext.Current.CancellationToken);
        var veto =
            await (await app.PostAsync("/api/vetoes/preview",
                new { unitId = "yj-oubei", ground = "other", decidedOn = "2026-03-30", facts = "事实", legalBasis = "第十七条" }))
            .Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Contains("组织部", named);
        Assert.Equal((named, named), (listing.GetProperty("copies").ToString(), veto.GetProperty("copies").ToString()));
    }

    [Theory]
    [InlineData("neglect")]
    [InlineData("repeatedMajorEvents")]
    [InlineData("graveEvents")]
    [InlineData("assessmentFailed")]
    [InlineData("unresolvedHotspot")]
    [InlineData("other")]
    public async Task Each_of_the_six_grounds_opens_a_case_and_stands_in_it(string ground)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var body = App.Listing("2026-03-30", new { months = 6 });
        body["ground"] = ground;
        var response = await app.PostAsync("/api/listings", body);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(ground, Text(await app.CaseAsync(response.Headers.Location!.ToString().Split('/')[^1]), "ground"));
    }

    private static object Official(string unit, string from) =>
        new { name = "干部", email = "new@oubei.example", unitId = unit, post = "书记", role = "principal", from };

    private static async Task ListAsync(App app, string listedOn, string number)
    {
        var body = App.Listing(listedOn, new { months = 18 });
        body["documentNumber"] = number;
        Assert.Equal(HttpStatusCode.Created, (await app.PostAsync("/api/listings", body)).StatusCode);
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}

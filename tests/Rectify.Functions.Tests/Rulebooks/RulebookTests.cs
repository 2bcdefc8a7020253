using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;
using Rectify.Office.Settings;

namespace Rectify.Functions.Tests.Rulebooks;

public class RulebookTests
{
    [Fact]
    public async Task The_rulebooks_are_shown_with_their_switches_and_citations()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        Assert.Equal(["henan-2016", "henan-2016-2", "zhejiang-2017", "zhejiang-2017-2", "zhejiang-2017-3"],
            (await app.ItemsAsync("/api/rulebooks")).Select(book => Text(book, "id")));

        var henan = await app.GetAsync("/api/rulebooks/henan-2016");
        Assert.Equal(("byDecision", "whileListed", "decision"),
            (Text(henan, "escalation"), Text(henan, "listingSanction"), Text(henan, "vetoStart")));
        Assert.Equal(10, henan.GetProperty("milestones").GetProperty("planWorkingDays").GetInt32());
        await BadListingTests.ProblemAsync(await app.Http.GetAsync("/api/rulebooks/none", TestContext.Current.CancellationToken), 404,
            "not-found");
    }

    // One case of Henan: reminded of plan and reports, barred while listed, proposed ten working days after the deadline, vetoed from the
    // decision. The report of the last day is told together with the deadline.
    [Fact]
    public async Task A_case_follows_the_rulebook_it_was_opened_under()
    {
        await using var app = await App.StartAsync("2026-03-30 08:00");
        var body = App.Listing("2026-03-30", new { months = 6 });
        body["rulebookId"] = "henan-2016-2";
        var created =
            await (await app.PostAsync("/api/listings", body)).Content.ReadFromJsonAsync<JsonElement>(
                TestContext.Current.CancellationToken);
        var caseId = Text(created, "caseId")!;
        Assert.Equal(JsonValueKind.Null, created.GetProperty("sanctions")[0].GetProperty("to").ValueKind);
        await BadListingTests.ProblemAsync(
            await app.PostAsync($"/api/cases/{caseId}/extension", new { by = new { months = 1 }, reason = "汛期", approvedBy = "县委" }),
            422, "extension-not-allowed");

        await app.AdvanceAsync("2026-10-21 10:00");
        Assert.Equal("vetoProposed", Text(await app.CaseAsync(caseId), "status"));
        var barred = await app.GetAsync("/api/eligibility?subject=official:o-1&on=2026-10-21");
        Assert.Equal(("barred", JsonValueKind.Null), (Text(barred, "answer"), barred.GetProperty("until").ValueKind));
        var mails = app.Mails();
        Assert.Equal((2 * 4, 2 * 2 * 4, 5), (mails["plan-due"], mails["report-due"], mails["veto-proposed"]));

        var imposed =
            await app.DoAsync(caseId, "veto-decision", new { decision = "impose", decidedOn = "2026-10-21", remarks = "常委会决定" });
        Assert.Equal(("vetoed", "2026-10-21", "2027-10-21"),
            (Text(imposed, "status"), Text(imposed.GetProperty("veto"), "from"), Text(imposed.GetProperty("veto"), "to")));
        await app.AdvanceAsync("2027-10-21 23:59");
        Assert.Equal("barred", await app.EligibilityAsync("unit:yj-oubei", new DateOnly(2027, 10, 21)));
        await app.AdvanceAsync("2027-10-22 00:00");
        Assert.Equal("closed", Text(await app.CaseAsync(caseId), "status"));
        // Of the listing to the unit, three leaders and the office; of the veto, which does not bar the supervising one, to four.
        Assert.Equal(5 + 4, app.Mails()["sanction-over"]);
    }

    // The listing is void, so that the proposal alone is left.
    [Fact]
    public async Task Until_the_committee_decides_an_eligibility_check_answers_pending()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var body = App.Listing("2026-03-30", new { months = 3 });
        body["rulebookId"] = "henan-2016-2";
        var caseId =
            Text(
                await (await app.PostAsync("/api/listings", body)).Content.ReadFromJsonAsync<JsonElement>(
                    TestContext.Current.CancellationToken), "caseId")!;
        await app.AdvanceAsync("2026-07-15 09:00");
        await app.DoAsync(caseId, "revocation", new { measure = "listing", effect = "void", reason = "认定有误", decidedBy = "县委" });

        var pending = await app.GetAsync("/api/eligibility?subject=official:o-1&on=2026-07-15&purpose=promotion");
        Assert.Equal(("pending", caseId), (Text(pending, "answer"), Text(pending.GetProperty("bases")[0], "caseId")));
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 7, 14)));
        await app.DoAsync(caseId, "veto-decision", new { decision = "decline", remarks = "挂牌已撤销" });
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 7, 15)));
    }

    [Fact]
    public async Task An_office_may_have_the_rulebook_of_its_region()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", "--Office:Rulebook", "henan-2016-2");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });

        Assert.Equal("henan-2016-2", Text(await app.CaseAsync(caseId), "rulebookId"));
    }

    // Both languages name the edition to use instead; the previews and the other rungs refuse alike.
    [Theory]
    [InlineData("henan-2016", "henan-2016-2")]
    [InlineData("zhejiang-2017", "zhejiang-2017-3")]
    [InlineData("zhejiang-2017-2", "zhejiang-2017-3")]
    public async Task No_case_opens_under_a_rulebook_that_was_replaced(string retired, string successor)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var listing = App.Listing("2026-03-30", new { months = 6 });
        listing["rulebookId"] = retired;
        var admonition = new
        {
            unitId = "yj-oubei",
            rung = "notice",
            ground = "unresolvedHotspot",
            facts = "问题突出",
            issuedOn = "2026-03-30",
            goals = new[] { "整改到位" },
            legalBasis = "第十三条",
            issuedBy = "县平安办",
            rulebookId = retired,
        };
        var veto = new
        {
            unitId = "yj-oubei",
            ground = "other",
            decidedOn = "2026-03-30",
            facts = "事实",
            legalBasis = "第十七条",
            rulebookId = retired,
        };
        foreach (var (route, body) in new (string, object)[] { ("listings", listing), ("admonitions", admonition), ("vetoes", veto) })
        {
            foreach (var (language, words) in new[] { ("en", "use \"{0}\""), ("zh-CN", "新案件应使用“{0}”") })
            {
                app.Http.DefaultRequestHeaders.Remove("Accept-Language");
                app.Http.DefaultRequestHeaders.Add("Accept-Language", language);
                foreach (var address in new[] { $"/api/{route}", $"/api/{route}/preview" })
                {
                    var problem = await BadListingTests.ProblemAsync(await app.PostAsync(address, body), 422, "retired-rulebook");
                    var told = problem.GetProperty("detail").GetString();
                    Assert.Contains(words.Replace("{0}", successor, StringComparison.Ordinal), told, StringComparison.Ordinal);
                }
            }
        }

        Assert.Empty(await app.ItemsAsync("/api/cases"));
        Assert.Equal("zhejiang-2017-3", Text(await app.CaseAsync(await app.ListAsync("2026-03-30", new { months = 6 })), "rulebookId"));
    }

    [Fact]
    public async Task An_office_that_is_set_to_a_rulebook_that_was_replaced_does_not_start()
    {
        var refused = await Assert.ThrowsAsync<SettingException>(
            () => App.StartAsync("2026-03-30 09:30", "--Office:Rulebook", "henan-2016"));

        Assert.Equal(
            "The setting Office:Rulebook names henan-2016, under which no case opens any more; set it to henan-2016-2, which replaces it.",
            refused.Message);
    }

    // As before: plan and reports from the receipt, none on the last day, and the veto proposed on the day after it.
    [Fact]
    public async Task A_case_goes_on_under_its_rulebook_when_that_was_replaced()
    {
        var catalog = new RulebookCatalog([RulebookCatalog.Shipped.Find("henan-2016")!]);
        await using var app = await App.StartAsync("2026-03-30 08:00", services => services.AddSingleton(catalog));
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        catalog = RulebookCatalog.Shipped;
        await app.RestartAtAsync("2026-04-02 10:00");

        Assert.Equal("henan-2016", Text(await app.CaseAsync(caseId), "rulebookId"));
        await app.AdvanceAsync("2026-10-01 00:00");
        var mails = app.Mails();
        Assert.Equal(("vetoProposed", 2 * 4, 2 * 2 * 4, 5),
            (Text(await app.CaseAsync(caseId), "status"), mails["plan-due"], mails["report-due"], mails["veto-proposed"]));
        var imposed = await app.DoAsync(caseId, "veto-decision", new { decision = "impose", remarks = "常委会决定" });
        Assert.Equal(3, imposed.GetProperty("veto").GetProperty("officials").GetArrayLength());
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}

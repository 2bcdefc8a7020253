using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Rulebooks;

public class RulebookTests
{
    [Fact]
    public async Task The_rulebooks_are_shown_with_their_switches_and_citations()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        Assert.Equal(["henan-2016", "zhejiang-2017"], (await app.ItemsAsync("/api/rulebooks")).Select(book => Text(book, "id")));

        var henan = await app.GetAsync("/api/rulebooks/henan-2016");
        Assert.Equal(("byDecision", "whileListed", "decision"),
            (Text(henan, "escalation"), Text(henan, "listingSanction"), Text(henan, "vetoStart")));
        Assert.Equal(10, henan.GetProperty("milestones").GetProperty("planWorkingDays").GetInt32());
        await BadListingTests.ProblemAsync(await app.Http.GetAsync("/api/rulebooks/none", TestContext.Current.CancellationToken), 404,
            "not-found");
    }

    // One case of Henan: reminded of plan and reports, barred while listed, pending from the missed deadline, vetoed from the decision.
    [Fact]
    public async Task A_case_follows_the_rulebook_it_was_opened_under()
    {
        await using var app = await App.StartAsync("2026-03-30 08:00");
        var body = App.Listing("2026-03-30", new { months = 6 });
        body["rulebookId"] = "henan-2016";
        var created =
            await (await app.PostAsync("/api/listings", body)).Content.ReadFromJsonAsync<JsonElement>(
                TestContext.Current.CancellationToken);
        var caseId = Text(created, "caseId")!;
        Assert.Equal(JsonValueKind.Null, created.GetProperty("sanctions")[0].GetProperty("to").ValueKind);
        await BadListingTests.ProblemAsync(
            await app.PostAsync($"/api/cases/{caseId}/extension", new { by = new { months = 1 }, reason = "汛期", approvedBy = "县委" }),
            422, "extension-not-allowed");

        await app.AdvanceAsync("2026-10-12 10:00");
        Assert.Equal("vetoProposed", Text(await app.CaseAsync(caseId), "status"));
        var barred = await app.GetAsync("/api/eligibility?subject=official:o-1&on=2026-10-12");
        Assert.Equal(("barred", JsonValueKind.Null), (Text(barred, "answer"), barred.GetProperty("until").ValueKind));
        var mails = app.Mails();
        Assert.Equal((2 * 4, 2 * 2 * 4, 5), (mails["plan-due"], mails["report-due"], mails["veto-proposed"]));

        var imposed =
            await app.DoAsync(caseId, "veto-decision", new { decision = "impose", decidedOn = "2026-10-12", remarks = "常委会决定" });
        Assert.Equal(("vetoed", "2026-10-12", "2027-10-12"),
            (Text(imposed, "status"), Text(imposed.GetProperty("veto"), "from"), Text(imposed.GetProperty("veto"), "to")));
        await app.AdvanceAsync("2027-10-12 23:59");
        Assert.Equal("barred", await app.EligibilityAsync("unit:yj-oubei", new DateOnly(2027, 10, 12)));
        await app.AdvanceAsync("2027-10-13 00:00");
        Assert.Equal("closed", Text(await app.CaseAsync(caseId), "status"));
        Assert.Equal(5, app.Mails()["sanction-over"] / 2);
    }

    // The listing is void, so that the proposal alone is left.
    [Fact]
    public async Task Until_the_committee_decides_an_eligibility_check_answers_pending()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var body = App.Listing("2026-03-30", new { months = 3 });
        body["rulebookId"] = "henan-2016";
        var caseId =
            Text(
                await (await app.PostAsync("/api/listings", body)).Content.ReadFromJsonAsync<JsonElement>(
                    TestContext.Current.CancellationToken), "caseId")!;
        await app.AdvanceAsync("2026-07-01 09:00");
        await app.DoAsync(caseId, "revocation", new { measure = "listing", effect = "void", reason = "认定有误", decidedBy = "县委" });

        var pending = await app.GetAsync("/api/eligibility?subject=official:o-1&on=2026-07-01&purpose=promotion");
        Assert.Equal(("pending", caseId), (Text(pending, "answer"), Text(pending.GetProperty("bases")[0], "caseId")));
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 6, 30)));
        await app.DoAsync(caseId, "veto-decision", new { decision = "decline", remarks = "挂牌已撤销" });
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 7, 1)));
    }

    [Fact]
    public async Task An_office_may_have_the_rulebook_of_its_region()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", "--Office:Rulebook", "henan-2016");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });

        Assert.Equal("henan-2016", Text(await app.CaseAsync(caseId), "rulebookId"));
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}

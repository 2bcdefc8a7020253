using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>S7, S8 through HTTP: what a committee and an office do about a veto that a timer led to.</summary>
public class VetoDecisionJourney
{
    [Fact]
    public async Task A_veto_that_took_effect_by_itself_is_confirmed_with_a_number_of_its_own()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-10-20 10:00");

        await BadListingTests.ProblemAsync(
            await app.PostAsync($"/api/cases/{caseId}/veto-decision", new { decision = "decline", remarks = "不予" }), 409,
            "veto-in-force");
        await BadListingTests.ProblemAsync(
            await app.PostAsync($"/api/cases/{caseId}/veto-decision",
                new { decision = "confirm", remarks = "确认", decidedOn = "2026-10-21" }), 422, "date-out-of-range");
        var confirmed =
            await app.DoAsync(caseId, "veto-decision", new { decision = "confirm", remarks = "常委会确认", decidedOn = "2026-10-19" });
        Assert.Equal(("vetoed", "2026-10-19", "平安督〔2026〕1号"),
            (Text(confirmed, "status"), Text(confirmed.GetProperty("veto"), "decidedOn"),
                Text(confirmed.GetProperty("veto"), "documentNumber")));
        Assert.Equal("2026-09-30", Text(confirmed.GetProperty("veto"), "from"));
        Assert.Equal(["永平安督〔2026〕3号", "平安督〔2026〕1号"],
            confirmed.GetProperty("sanctions").EnumerateArray().Select(s => Text(s, "documentNumber")).Distinct());
        await BadListingTests.ProblemAsync(
            await app.PostAsync($"/api/cases/{caseId}/veto-decision", new { decision = "confirm", remarks = "再次" }), 409, "veto-decided");
        await app.SettleAsync();
        Assert.Equal(5, app.Mails()["veto-confirmed"]);

        var second = App.Listing("2026-10-20", new { months = 6 });
        second["documentNumber"] = "平安督[2026]01号";
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/listings", second), 409, "document-number-taken");
    }

    [Fact]
    public async Task A_number_that_stands_on_another_case_is_refused()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        var other = App.Listing("2026-03-30", new { months = 8 });
        other["documentNumber"] = "永平安督〔2026〕4号";
        await app.PostAsync("/api/listings", other);
        await app.AdvanceAsync("2026-10-20 10:00");

        var decision = new { decision = "confirm", remarks = "确认", documentNumber = "永平安督〔2026〕4号" };
        await BadListingTests.ProblemAsync(await app.PostAsync($"/api/cases/{caseId}/veto-decision", decision), 409,
            "document-number-taken");
    }

    [Fact]
    public async Task A_report_on_paper_that_is_entered_after_the_deadline_undoes_the_timers_veto()
    {
        await using var app = await App.StartAsync(
            "2026-03-30 09:30",
            "--Access:Keys:0:Name", "oubei", "--Access:Keys:0:Role", "unit",
            "--Access:Keys:0:Key", "unit-key-of-the-tests", "--Access:Keys:0:UnitId", "yj-oubei");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-10-09 10:00");
        Assert.Equal("vetoed", Text(await app.CaseAsync(caseId), "status"));
        Assert.Equal("barred", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 10, 9)));

        var report = new { submittedOn = "2026-09-30", summary = "已整改，9月30日收文" };
        app.WithoutKey.DefaultRequestHeaders.Add("x-functions-key", "unit-key-of-the-tests");
        var byTheUnit =
            await app.WithoutKey.PostAsJsonAsync($"/api/cases/{caseId}/submission", report, TestContext.Current.CancellationToken);
        await BadListingTests.ProblemAsync(byTheUnit, 409, "wrong-state");

        var entered = await app.DoAsync(caseId, "submission", report);
        Assert.Equal(("awaitingInspection", JsonValueKind.Null), (Text(entered, "status"), entered.GetProperty("veto").ValueKind));
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 10, 9)));
        await app.AdvanceAsync("2026-11-02 10:00");
        Assert.Equal("awaitingInspection", Text(await app.CaseAsync(caseId), "status"));
        Assert.Equal(5, app.Mails()["submission-entered"]);

        // The inspection decides after all: a second veto in the case, whose end is announced and recorded like a first.
        var vetoed = await app.DoAsync(caseId, "inspection", new { result = "failed", remarks = "不合格" });
        Assert.Equal(("vetoed", "2026-09-30"), (Text(vetoed, "status"), Text(vetoed.GetProperty("veto"), "from")));
        await app.AdvanceAsync("2027-10-01 00:00");
        Assert.Equal("closed", Text(await app.CaseAsync(caseId), "status"));
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}

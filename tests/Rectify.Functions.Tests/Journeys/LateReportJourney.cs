using System.Text.Json;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>S8: the dates of reports and inspections decide, whenever they are entered.</summary>
public sealed class LateReportJourney
{
    [Fact]
    public async Task A_report_that_was_in_time_counts_although_an_inspection_before_it_is_entered_after_the_deadline()
    {
        await using var app = await App.StartAsync("2026-03-09 09:30");
        var caseId = await app.ListAsync("2026-03-09", new { dueOn = "2026-04-09" });
        await app.AdvanceAsync("2026-04-02 10:00");
        await app.DoAsync(caseId, "submission", new { summary = "已整改" });
        await app.AdvanceAsync("2026-04-13 10:00");

        var proposal =
            new { result = "failed", remarks = "不合格", inspectedOn = "2026-04-03", ifFailedLate = "continue", newDueOn = "2026-06-01" };
        await BadListingTests.ProblemAsync(await app.PostAsync($"/api/cases/{caseId}/inspection", proposal), 422, "period-still-running");
        Assert.Equal("vetoed",
            Text(await app.DoAsync(caseId, "inspection", new { result = "failed", remarks = "不合格", inspectedOn = "2026-04-03" }),
                "status"));

        Assert.Equal("awaitingInspection",
            Text(await app.DoAsync(caseId, "submission", new { summary = "再次整改", submittedOn = "2026-04-08" }), "status"));
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 11, 1)));
        await BadListingTests.ProblemAsync(
            await app.PostAsync($"/api/cases/{caseId}/submission", new { summary = "更早的", submittedOn = "2026-04-01" }), 409,
            "report-judged");
        Assert.Equal("released",
            Text(await app.DoAsync(caseId, "inspection", new { result = "passed", remarks = "合格", inspectedOn = "2026-04-10" }),
                "status"));
    }

    [Fact]
    public async Task Two_reports_entered_together_await_their_inspections_in_the_order_of_their_days()
    {
        await using var app = await App.StartAsync("2026-03-09 09:30");
        var caseId = await app.ListAsync("2026-03-09", new { dueOn = "2026-04-09" });
        await app.AdvanceAsync("2026-04-08 10:00");
        await app.DoAsync(caseId, "submission", new { summary = "第二次", submittedOn = "2026-04-08" });
        await app.DoAsync(caseId, "submission", new { summary = "第一次", submittedOn = "2026-04-02" });
        await app.AdvanceAsync("2026-04-13 10:00");

        Assert.Equal("awaitingInspection",
            Text(await app.DoAsync(caseId, "inspection", new { result = "failed", remarks = "不合格", inspectedOn = "2026-04-03" }),
                "status"));
        await app.SettleAsync();
        Assert.Equal(2, app.Mails()["earlier-inspection-failed"]);
        Assert.Equal("vetoed", Text(await app.DoAsync(caseId, "inspection", new { result = "failed", remarks = "仍不合格" }), "status"));
    }

    [Fact]
    public async Task A_report_in_time_that_comes_to_light_after_the_committee_has_decided_is_put_before_the_office()
    {
        await using var app = await App.StartAsync("2026-03-09 09:30");
        var caseId = await app.ListAsync("2026-03-09", new { dueOn = "2026-04-09" });
        await app.AdvanceAsync("2026-04-13 10:00");
        await app.DoAsync(caseId, "veto-decision", new { decision = "confirm", remarks = "确认" });

        var noted = await app.DoAsync(caseId, "submission", new { summary = "已整改", submittedOn = "2026-04-08" });
        Assert.Equal(("vetoed", true), (Text(noted, "status"), noted.GetProperty("veto").GetProperty("needsReview").GetBoolean()));
        Assert.Contains("2026-04-08", Assert.Single(noted.GetProperty("warnings").EnumerateArray()).GetString());
        await app.SettleAsync();
        Assert.Equal(1, app.Mails()["timely-report"]);
        Assert.Equal("barred", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 11, 1)));
        Assert.Contains("恢复待验收", await app.Http.GetStringAsync($"/board/cases/{caseId}", TestContext.Current.CancellationToken));

        var voided =
            await app.DoAsync(caseId, "revocation", new { measure = "veto", effect = "void", reason = "报告在期限内", decidedBy = "县委" });
        Assert.Equal("awaitingInspection", Text(voided, "status"));
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 11, 1)));
        Assert.Empty(voided.GetProperty("warnings").EnumerateArray());
    }

    [Theory]
    [InlineData("revocation")]
    [InlineData("correction")]
    public async Task Whom_a_person_has_freed_from_a_veto_is_not_barred_again_by_a_report_that_is_entered_late(string by)
    {
        await using var app = await App.StartAsync("2026-03-09 09:30");
        var caseId = await app.ListAsync("2026-03-09", new { dueOn = "2026-04-09" });
        await app.AdvanceAsync("2026-04-13 10:00");
        await app.DoAsync(caseId, by, by == "revocation" ? await FreeingAsync(app, caseId) : WithoutPrincipal);
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2027, 1, 4)));

        var noted = await app.DoAsync(caseId, "submission", new { summary = "已整改", submittedOn = "2026-04-08" });

        Assert.Equal(("vetoed", true), (Text(noted, "status"), noted.GetProperty("veto").GetProperty("needsReview").GetBoolean()));
        Assert.NotEmpty(noted.GetProperty("warnings").EnumerateArray());
        await app.SettleAsync();
        Assert.Equal(1, app.Mails()["timely-report"]);
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2027, 1, 4)));
        Assert.Equal("barred", await app.EligibilityAsync("official:o-2", new DateOnly(2027, 1, 4)));
    }

    private static object WithoutPrincipal => new
    {
        measure = "veto",
        officials = new[] { new { officialId = "o-2", role = "supervising" }, new { officialId = "o-3", role = "inCharge" } },
        reason = "复核",
        decidedBy = "县委",
    };

    private static async Task<object> FreeingAsync(App app, string caseId)
    {
        var sanctions = (await app.CaseAsync(caseId)).GetProperty("sanctions").EnumerateArray();
        var ofPrincipal = sanctions.Single(one => Text(one, "measure") == "veto" && Text(one, "subject") == "official:o-1");
        return new
        {
            measure = "sanction",
            sanctionId = Text(ofPrincipal, "sanctionId"),
            effect = "void",
            reason = "复核",
            decidedBy = "县委",
        };
    }

    [Fact]
    public async Task A_listing_dated_ahead_is_revoked_today_and_one_whose_sanctions_are_over_says_that_nobody_is_freed()
    {
        await using var app = await App.StartAsync("2026-03-09 09:30");
        var ahead = await app.ListAsync("2026-03-20", new { months = 6 });
        var revocation = new { measure = "listing", effect = "fromDate", reason = "事实有误", decidedBy = "县委" };
        Assert.Equal("revoked", Text(await app.DoAsync(ahead, "revocation", revocation), "status"));
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 4, 1)));

        var over = App.Listing("2026-03-09", new { months = 3 });
        over["documentNumber"] = "永平安督〔2026〕9号";
        var created = await app.PostAsync("/api/listings", over);
        var caseId = created.Headers.Location!.ToString().Split('/')[^1];
        await app.AdvanceAsync("2026-10-08 10:00");
        await BadListingTests.ProblemAsync(await app.PostAsync($"/api/cases/{caseId}/revocation", revocation), 409, "nothing-to-revoke");
        Assert.False((await app.CaseAsync(caseId)).GetProperty("veto").GetProperty("needsReview").GetBoolean());
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}

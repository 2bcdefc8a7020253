using System.Net;
using System.Text.Json;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>更正误登: what was entered by error does not count, and the case goes on by the dates of the rules.</summary>
public class EntryCorrectionJourney
{
    /// <summary>Settings that choose the storage.</summary>
    protected virtual string[] Storage { get; } = [];

    private static object Mistaken(string entry) => new { entry, reason = "登记到了别的案件", decidedBy = "县平安办" };

    [Fact]
    public async Task A_mistaken_release_is_taken_out_and_the_deadline_leads_to_the_veto_by_itself()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-08-03 10:00");
        await app.DoAsync(caseId, "submission", new { summary = "已整改" });
        var released = await app.DoAsync(caseId, "inspection", new { result = "passed", remarks = "达到目标" });
        var served = await app.Http.GetStringAsync($"/api/cases/{caseId}/documents/release-notice", TestContext.Current.CancellationToken);
        await app.AdvanceAsync("2026-08-10 10:00");

        var corrected = await app.DoAsync(caseId, "entry-correction", Mistaken("submission"));
        Assert.Equal(("rectifying", JsonValueKind.Null), (Text(corrected, "status"), corrected.GetProperty("release").ValueKind));
        await app.SettleAsync();
        Assert.Equal(5, app.Mails()["entry-correction"]);
        await BadListingTests.ProblemAsync(
            await app.PostAsync($"/api/cases/{caseId}/entry-correction", Mistaken("submission")), 409, "nothing-to-correct");

        // What was served is found as it was served.
        var former = await app.Http.GetStringAsync(
            $"/api/cases/{caseId}/documents/release-notice?entry={released.GetProperty("version").GetInt32()}",
            TestContext.Current.CancellationToken);
        Assert.Equal(served, former);
        Assert.Equal(HttpStatusCode.Conflict, (await app.Http.GetAsync(
            $"/api/cases/{caseId}/documents/release-notice", TestContext.Current.CancellationToken)).StatusCode);

        await app.AdvanceAsync("2026-10-09 10:00");
        var vetoed = await app.CaseAsync(caseId);
        Assert.Equal(("vetoed", "2026-09-30", "2027-09-30"), (
            Text(vetoed, "status"), Text(vetoed.GetProperty("veto"), "from"), Text(vetoed.GetProperty("veto"), "to")));
        Assert.Equal("barred", await app.EligibilityAsync("official:o-1", new DateOnly(2027, 9, 30)));
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2027, 10, 1)));
        Assert.True(app.Mails()["veto"] > 0);
    }

    [Fact]
    public async Task A_release_found_to_be_wrong_after_the_deadline_leads_to_the_veto_at_once_with_its_own_dates()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-08-03 10:00");
        await app.DoAsync(caseId, "submission", new { summary = "已整改" });
        await app.DoAsync(caseId, "inspection", new { result = "passed", remarks = "达到目标" });
        await app.AdvanceAsync("2026-11-30 10:00");
        Assert.Equal("closed", Text(await app.CaseAsync(caseId), "status"));

        await app.AdvanceAsync("2026-12-01 10:00");
        var corrected = await app.DoAsync(caseId, "entry-correction", Mistaken("submission"));
        Assert.Equal(("vetoed", "2026-09-30"), (Text(corrected, "status"), Text(corrected.GetProperty("veto"), "from")));
        Assert.Equal("barred", await app.EligibilityAsync("unit:yj-oubei", new DateOnly(2026, 11, 30)));
        // What was answered before is answered again as of then.
        var then = await app.GetAsync("/api/eligibility?subject=unit:yj-oubei&on=2026-11-30&asOf=2026-11-30T04:00:00Z");
        Assert.Equal("clear", Text(then, "answer"));

        await app.AdvanceAsync("2027-10-08 10:00");
        Assert.Equal("closed", Text(await app.CaseAsync(caseId), "status"));
        Assert.True(app.Mails()["sanction-over"] > 0);
    }

    [Fact]
    public async Task A_veto_voided_by_error_comes_back_with_its_own_days_and_ends_by_itself()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-10-09 10:00");
        await app.DoAsync(caseId, "revocation", new { measure = "veto", effect = "void", reason = "误选案件", decidedBy = "县委" });
        await app.AdvanceAsync("2026-12-01 10:00");
        Assert.Equal("clear", await app.EligibilityAsync("unit:yj-oubei", new DateOnly(2026, 12, 1)));

        using var officer = await app.OfficerAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.DoAsync(
            $"/board/cases/{caseId}/entry-correction", ("what", "revocation"), ("reason", "误选案件"), ("decidedBy", "县委"))).Status);
        Assert.Equal("barred", await app.EligibilityAsync("unit:yj-oubei", new DateOnly(2026, 12, 1)));
        var page = await officer.GetAsync($"/board/cases/{caseId}");
        Assert.Contains("更正误登（县委）：撤销一票否决不予计入：误选案件", page.Text, StringComparison.Ordinal);

        await app.AdvanceAsync("2027-10-08 10:00");
        var ended = await app.CaseAsync(caseId);
        Assert.Equal("closed", Text(ended, "status"));
        Assert.Equal("clear", await app.EligibilityAsync("unit:yj-oubei", new DateOnly(2027, 10, 8)));
        Assert.True(app.Mails()["sanction-ending"] > 0);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}

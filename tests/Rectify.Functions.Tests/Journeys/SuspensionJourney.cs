using System.Text.Json;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>中止、恢复 through HTTP.</summary>
public class SuspensionJourney
{
    [Fact]
    public async Task A_stopped_clock_lets_the_deadline_pass_and_runs_on_to_a_later_one()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-09-16 10:00");
        Assert.Equal("suspended", Text(await app.DoAsync(caseId, "suspension", new { reason = "汛期停工" }), "status"));
        var reminders = app.Mails()["reminder"];

        // The old deadline passes. The view shows the deadline that would count if the clock were resumed today.
        await app.AdvanceAsync("2026-10-12 08:00");
        var stopped = await app.CaseAsync(caseId);
        Assert.Equal(("suspended", "yellow"), (Text(stopped, "status"), Text(stopped, "light")));
        Assert.Equal(("2026-10-26", 26),
            (Text(stopped.GetProperty("deadline"), "effective"), stopped.GetProperty("deadline").GetProperty("suspendedDays").GetInt32()));
        Assert.Equal(reminders, app.Mails()["reminder"]);
        Assert.DoesNotContain(await app.ItemsAsync($"/api/cases/{caseId}/schedule"),
            step => Text(step, "step") is "deadline" or "reminder");
        Assert.Equal([caseId], (await app.ItemsAsync("/api/cases?status=suspended")).Select(item => Text(item, "caseId")));
        await BadListingTests.ProblemAsync(await app.PostAsync($"/api/cases/{caseId}/submission", new { summary = "已整改" }), 409,
            "wrong-state");

        var resumed = await app.DoAsync(caseId, "resumption", new { reason = "汛期结束" });
        Assert.Equal(("rectifying", "2026-10-26", 26),
            (Text(resumed, "status"), Text(resumed.GetProperty("deadline"), "effective"),
                resumed.GetProperty("deadline").GetProperty("suspendedDays").GetInt32()));
        await app.AdvanceAsync("2026-10-26 23:59");
        Assert.Equal("rectifying", Text(await app.CaseAsync(caseId), "status"));
        await app.AdvanceAsync("2026-10-27 00:00");
        var vetoed = await app.CaseAsync(caseId);
        Assert.Equal(("vetoed", "2026-10-26"), (Text(vetoed, "status"), Text(vetoed.GetProperty("veto"), "from")));
        Assert.Equal((5, 5), (app.Mails()["suspension"], app.Mails()["resumption"]));
    }

    [Fact]
    public async Task A_suspension_outlives_a_restart_over_the_deadline()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-09-30 23:00");
        await app.DoAsync(caseId, "suspension", new { reason = "汛期停工" });

        await app.RestartAtAsync("2026-12-01 10:00");
        await app.SettleAsync();
        Assert.Equal("suspended", Text(await app.CaseAsync(caseId), "status"));
        var resumed = await app.DoAsync(caseId, "resumption", new { reason = "汛期结束" });
        Assert.Equal("2026-12-01", Text(resumed.GetProperty("deadline"), "effective"));
        await app.AdvanceAsync("2026-12-02 00:00");
        Assert.Equal("vetoed", Text(await app.CaseAsync(caseId), "status"));
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}

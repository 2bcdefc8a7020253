using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Rectify.Functions.Tests.Journeys;

public class RectificationJourney
{
    /// <summary>Settings that choose where ledger, register and outbox lie.</summary>
    protected virtual string[] Storage => [];

    [Fact]
    public async Task A_unit_that_reaches_the_goal_in_time_is_released_and_stays_barred_to_the_end_of_the_listing_sanction()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });

        await app.AdvanceAsync("2026-06-01 10:00");
        Assert.Equal("awaitingInspection", Status(await app.DoAsync(caseId, "submission", new { summary = "已整改" })));
        await app.AdvanceAsync("2026-06-10 10:00");
        Assert.Equal("released", Status(await app.DoAsync(caseId, "inspection", new { result = "passed", remarks = "合格" })));

        Assert.Equal("barred", await app.EligibilityAsync("unit:yj-oubei", new DateOnly(2026, 9, 30)));
        Assert.Equal("clear", await app.EligibilityAsync("unit:yj-oubei", new DateOnly(2026, 10, 1)));
        await app.AdvanceAsync("2027-12-31 10:00");
        var ended = await app.CaseAsync(caseId);
        Assert.Equal("closed", Status(ended));
        Assert.Equal(JsonValueKind.Null, ended.GetProperty("veto").ValueKind);
        Assert.DoesNotContain("reminder", app.Mails().Keys);
        Assert.Equal(5, app.Mails()["inspection-passed"]);
        Assert.Equal(2, app.Mails()["submission-received"]);
    }

    // The deadline is 09-30; on 11-17 it lies 48 days back, and the inspection is the office's to make.
    [Fact]
    public async Task A_unit_that_reported_in_time_is_not_shown_as_overdue_while_the_office_has_not_inspected()
    {
        const string key = "unit-oubei-key-of-the-tests";
        await using var app = await App.StartAsync(
            "2026-03-30 09:30",
            [
                .. Storage, "--Access:Keys:0:Name=瓯北街道", "--Access:Keys:0:Role=unit",
                $"--Access:Keys:0:Key={key}", "--Access:Keys:0:UnitId=yj-oubei",
            ]);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-09-30 10:00");
        await app.DoAsync(caseId, "submission", new { summary = "已整改" });
        Assert.Equal("yellow", (await app.CaseAsync(caseId)).GetProperty("light").GetString());

        await app.AdvanceAsync("2026-11-17 10:00");

        Assert.Equal("yellow", (await app.GetAsync($"/api/cases/{caseId}", key)).GetProperty("light").GetString());
        Assert.Single(await app.ItemsAsync("/api/cases?light=yellow"));
        Assert.Empty(await app.ItemsAsync("/api/cases?light=red"));
        foreach (var page in (string[])["/board", "/board/cases", $"/board/cases/{caseId}"])
        {
            var answer = await app.Http.GetAsync(page, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("逾期 48 天", text, StringComparison.Ordinal);
            Assert.DoesNotContain("light red", text, StringComparison.Ordinal);
            if (page.StartsWith("/board/cases/", StringComparison.Ordinal))
                Assert.Contains("待验收，期限届满后 48 天", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_timely_submission_is_never_vetoed_by_a_timer_and_a_late_failure_is()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-09-30 23:59");
        await app.DoAsync(caseId, "submission", new { summary = "已整改" });

        await app.AdvanceAsync("2026-12-01 10:00");
        Assert.Equal("awaitingInspection", Status(await app.CaseAsync(caseId)));
        // The first and the seventh day after the deadline both fall on National Day, and so on the first working day after it.
        Assert.Equal(2, app.Mails()["inspection-outstanding"]);

        var vetoed = await app.DoAsync(caseId, "inspection", new { result = "failed", remarks = "不合格" });
        Assert.Equal("vetoed", Status(vetoed));
        Assert.Equal("2026-09-30", vetoed.GetProperty("veto").GetProperty("from").GetString());
        Assert.Equal("2027-09-30", vetoed.GetProperty("veto").GetProperty("to").GetString());

        await app.SettleAsync();
        await app.AdvanceAsync("2027-10-01 00:00");
        Assert.Equal("closed", Status(await app.CaseAsync(caseId)));
    }

    [Fact]
    public async Task A_late_failure_may_let_the_listing_continue_to_a_new_date()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-09-30 10:00");
        await app.DoAsync(caseId, "submission", new { summary = "已整改" });
        await app.AdvanceAsync("2026-10-12 10:00");

        var continued =
            await app.DoAsync(caseId, "inspection",
                new { result = "failed", remarks = "差一点", ifFailedLate = "continue", newDueOn = "2026-11-30" });
        Assert.Equal("rectifying", Status(continued));
        Assert.Equal("2026-11-30", continued.GetProperty("deadline").GetProperty("effective").GetString());

        await app.AdvanceAsync("2026-12-01 00:00");
        var vetoed = await app.CaseAsync(caseId);
        Assert.Equal("vetoed", Status(vetoed));
        Assert.Equal("2026-11-30", vetoed.GetProperty("veto").GetProperty("from").GetString());
    }

    [Fact]
    public async Task A_failure_before_the_deadline_sends_the_unit_back_and_the_deadline_still_counts()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-09-01 10:00");
        await app.DoAsync(caseId, "submission", new { summary = "已整改" });
        await app.AdvanceAsync("2026-09-10 10:00");
        Assert.Equal("rectifying", Status(await app.DoAsync(caseId, "inspection", new { result = "failed", remarks = "不合格" })));

        await app.AdvanceAsync("2026-10-01 00:00");
        Assert.Equal("vetoed", Status(await app.CaseAsync(caseId)));
    }

    [Fact]
    public async Task After_an_extension_the_new_deadline_counts_and_the_old_reminders_do_not_fire()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-08-03 10:00");

        var extended =
            await app.DoAsync(caseId, "extension", new { by = new { months = 2 }, reason = "汛期施工受阻", approvedBy = "县委平安办" });
        Assert.Equal("2026-11-30", extended.GetProperty("deadline").GetProperty("effective").GetString());
        Assert.Equal(1, extended.GetProperty("deadline").GetProperty("extended").GetInt32());

        await app.AdvanceAsync("2026-10-15 10:00");
        Assert.Equal("rectifying", Status(await app.CaseAsync(caseId)));
        Assert.DoesNotContain("reminder", app.Mails().Keys);

        await app.AdvanceAsync("2026-11-30 23:59");
        Assert.Equal(
            ["2026-10-30", "2026-11-13", "2026-11-23", "2026-11-27", "2026-11-30"],
            (await app.ItemsAsync($"/api/cases/{caseId}/events"))
                .Where(e => e.GetProperty("type").GetString() == "reminderDue")
                .Select(e => e.GetProperty("data").GetProperty("reminder"))
                .Where(r => r.GetProperty("kind").GetString() == "deadline").Select(r => r.GetProperty("day").GetString()));
        await app.AdvanceAsync("2026-12-01 00:00");
        Assert.Equal("vetoed", Status(await app.CaseAsync(caseId)));
    }

    [Fact]
    public async Task A_submission_after_the_deadline_is_refused_with_the_reason()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-10-01 00:00");

        var response = await app.PostAsync($"/api/cases/{caseId}/submission", new { summary = "已整改" });
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("/problems/wrong-state", problem.GetProperty("type").GetString());
        Assert.Contains("vetoed", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_revoked_listing_bars_no_longer_and_escalates_no_more()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-05-20 10:00");
        Assert.Equal("revoked",
            Status(
                await app.DoAsync(caseId, "revocation",
                    new { measure = "listing", effect = "fromDate", on = "2026-05-20", reason = "认定有误", decidedBy = "县委政法委" })));

        Assert.Equal("barred", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 5, 19)));
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 5, 20)));
        await app.AdvanceAsync("2027-12-31 10:00");
        Assert.Equal("revoked", Status(await app.CaseAsync(caseId)));
        Assert.DoesNotContain("veto", app.Mails().Keys);
    }

    [Fact]
    public async Task A_question_is_answered_rightly_after_the_process_was_down_past_the_deadline()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-09-01 10:00");

        await app.RestartAtAsync("2026-11-02 08:00");
        Assert.Equal("barred", await app.EligibilityAsync("unit:yj-oubei", new DateOnly(2026, 11, 2)));
        Assert.Equal("vetoed", Status(await app.CaseAsync(caseId)));

        await app.SettleAsync();
        var types = (await app.ItemsAsync($"/api/cases/{caseId}/events")).Select(e => e.GetProperty("type").GetString()).ToList();
        Assert.Single(types, "vetoImposed");
        Assert.Equal(5, types.Count(type => type == "reminderSkipped"));
        Assert.Equal(5, app.Mails()["veto"]);
    }

    private static string? Status(JsonElement @case) => @case.GetProperty("status").GetString();
}

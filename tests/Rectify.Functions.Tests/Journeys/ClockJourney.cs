using System.Text.Json;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>A clock that was set back, and counts of days.</summary>
public sealed class ClockJourney
{
    [Fact]
    public async Task An_entry_never_carries_an_instant_before_the_one_it_follows_and_ready_warns_of_the_clock()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-04-08 10:00");
        await app.DoAsync(caseId, "suspension", new { reason = "汛期" });
        Assert.Equal("ok", await ClockAsync(app));

        await app.RestartAtAsync("2026-03-25 08:00", lost: "clock");
        var resumed = await app.DoAsync(caseId, "resumption", new { reason = "汛期结束" });
        Assert.Equal("rectifying", resumed.GetProperty("status").GetString());
        var instants = (await app.ItemsAsync($"/api/cases/{caseId}/events"))
            .Select(entry => entry.GetProperty("at").GetDateTimeOffset())
            .ToList();
        Assert.Equal(instants.Order(), instants);
        Assert.Equal(App.Instant("2026-04-08 10:00"), instants[^1]);
        var last = (await app.ItemsAsync($"/api/cases/{caseId}/events"))[^1];
        Assert.Equal("2026-04-08", last.GetProperty("data").GetProperty("resumedOn").GetString());

        Assert.Equal("warning", await ClockAsync(app));
        Assert.Contains("时钟落后于台账", await app.Http.GetStringAsync("/board/health", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_clock_behind_the_ledger_is_seen_although_no_case_was_touched_since_the_start()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        await app.ListAsync("2026-03-30", new { months = 6 });
        await app.RestartAtAsync("2026-03-25 08:00", lost: "clock");

        Assert.Equal("warning", await ClockAsync(app));
    }

    [Fact]
    public async Task A_preview_shows_the_reminders_that_go_out_at_once_or_not_at_all_and_every_count_is_that_of_the_mail()
    {
        // Due on Sunday 12 April: what is one day before goes out on Friday, two days before. On the 9th three days are left.
        await using var app = await App.StartAsync("2026-04-09 09:30");
        var listing = App.Listing("2026-04-01", new { dueOn = "2026-04-12" });
        var preview = await Json(await app.PostAsync("/api/listings/preview", listing));
        var reminders = preview.GetProperty("reminders").EnumerateArray()
            .Where(step => step.GetProperty("step").GetString() == "reminder")
            .ToList();
        Assert.Equal(
            ["2026-04-03 skipped 9", "2026-04-09 atOnce 3", "2026-04-10 toCome 2"],
            reminders.Select(step =>
                $"{step.GetProperty("day").GetString()} {step.GetProperty("outcome").GetString()} {step.GetProperty("days").GetInt32()}"));

        var caseId = (await app.PostAsync("/api/listings", listing)).Headers.Location!.ToString().Split('/')[^1];
        Assert.Equal(2, (await app.ItemsAsync($"/api/cases/{caseId}/schedule"))[0].GetProperty("days").GetInt32());
        Assert.Contains("距整改期限 2 天", await app.Http.GetStringAsync($"/board/cases/{caseId}", TestContext.Current.CancellationToken));
        await app.AdvanceAsync("2026-04-10 09:30");
        await app.SettleAsync();
        Assert.Contains("催办提醒，距整改期限 2 天",
            await app.Http.GetStringAsync($"/board/cases/{caseId}", TestContext.Current.CancellationToken));
    }

    private static async Task<string?> ClockAsync(App app) =>
        (await app.GetAsync("/api/health/ready")).GetProperty("checks").EnumerateArray()
            .Single(check => check.GetProperty("name").GetString() == "clock").GetProperty("result").GetString();

    private static async Task<JsonElement> Json(HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}

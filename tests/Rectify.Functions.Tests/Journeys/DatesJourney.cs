using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>D1-D10 through HTTP: which days come out, and the instant at which a day is over.</summary>
public class DatesJourney
{
    [Theory]
    // D2, D4, D5: a duty moves off the holidays, the sanction of the same length does not
    [InlineData("2026-04-01", "2026-04-01", "months", 6, "2026-10-01", "2026-10-08", "2026-10-01")]
    // D2, D6: February has no 31st; its last day is a Saturday that is worked
    [InlineData("2025-08-31", "2026-01-12", "months", 6, "2026-02-28", "2026-02-28", "2026-02-28")]
    // D4: from a Sunday within the Spring Festival to the day after it
    [InlineData("2025-11-15", "2026-01-12", "months", 3, "2026-02-15", "2026-02-24", "2026-05-15")]
    // D3: half a year is six calendar months, here 184 days
    [InlineData("2026-03-30", "2026-03-30", "months", 6, "2026-09-30", "2026-09-30", "2026-09-30")]
    // D7: ten days end in the Spring Festival, ten working days count two make-up Saturdays
    [InlineData("2026-02-10", "2026-02-10", "days", 10, "2026-02-20", "2026-02-24", "2026-08-10")]
    [InlineData("2026-02-10", "2026-02-10", "workingDays", 10, "2026-03-02", "2026-03-02", "2026-08-10")]
    public async Task A_period_ends_on_its_day_and_a_duty_waits_for_a_working_day(
        string listedOn, string enteredOn, string unit, int count, string nominal, string effective, string sanctionTo)
    {
        await using var app = await App.StartAsync($"{enteredOn} 09:30");
        var response = await app.PostAsync("/api/listings/preview", App.Listing(listedOn, new Dictionary<string, int> { [unit] = count }));
        var preview = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var deadline = preview.GetProperty("deadline");
        Assert.Equal((nominal, effective, false),
            (Text(deadline, "nominal"), Text(deadline, "effective"), deadline.GetProperty("provisional").GetBoolean()));
        Assert.Equal($"{effective}T16:00:00Z", Text(deadline, "expiresAt"));
        Assert.All(preview.GetProperty("sanctions").EnumerateArray(),
            sanction => Assert.Equal((listedOn, sanctionTo), (Text(sanction, "from"), Text(sanction, "to"))));

        // D10: reminders on working days, never before the listing.
        var calendar = await app.GetAsync("/api/calendar/2026");
        foreach (var day in preview.GetProperty("reminders").EnumerateArray().Select(reminder => Text(reminder, "day")!))
        {
            Assert.True(string.CompareOrdinal(day, listedOn) >= 0, day);
            Assert.True(string.CompareOrdinal(day, "2026") < 0 || day == listedOn || IsWorked(calendar, DateOnly.Parse(day)), day);
        }
    }

    // D1: until the last tick of the day in Shanghai, which is 16:00 in UTC.
    [Fact]
    public async Task A_submission_is_in_time_until_the_day_is_over_in_Shanghai()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var (intime, late) = (await app.ListAsync("2026-03-30", new { months = 6 }), await ListAnotherAsync(app, new { months = 6 }));
        await app.AdvanceAsync(DateTimeOffset.Parse("2026-09-30T15:59:59.9999999Z"));
        Assert.Equal("awaitingInspection", Text(await app.DoAsync(intime, "submission", new { summary = "已整改" }), "status"));

        await app.AdvanceAsync(DateTimeOffset.Parse("2026-09-30T16:00:00Z"));
        Assert.Equal(HttpStatusCode.Conflict,
            (await app.PostAsync($"/api/cases/{late}/submission", new { summary = "已整改" })).StatusCode);
        Assert.Equal(("awaitingInspection", "vetoed"),
            (Text(await app.CaseAsync(intime), "status"), Text(await app.CaseAsync(late), "status")));
    }

    // D4: a day that the office wrote is kept, be it a holiday.
    [Fact]
    public async Task A_day_that_the_office_names_is_kept_as_written()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var deadline = (await app.CaseAsync(await app.ListAsync("2026-03-30", new { dueOn = "2026-10-03" }))).GetProperty("deadline");

        Assert.Equal(("2026-10-03", "2026-10-03"), (Text(deadline, "nominal"), Text(deadline, "effective")));
    }

    // D8: 31 December, 28 February, 30 April, 30 June, 31 August, the last day: each from the anchor, so that February does not pull
    // the others forward.
    [Fact]
    public async Task Reports_are_due_every_two_months_from_the_anchor()
    {
        await using var app = await App.StartAsync("2025-12-31 09:30", "--Office:Rulebook", "henan-2016-2");
        var caseId = await app.ListAsync("2025-12-31", new { months = 8 });

        var reports = (await app.ItemsAsync($"/api/cases/{caseId}/schedule")).Where(
            step => Text(step, "step") == "reportReminder" && step.GetProperty("days").GetInt32() == 0);
        Assert.Equal(["2026-02-28", "2026-04-30", "2026-06-30", "2026-08-31"], reports.Select(step => Text(step, "day")));
    }

    private static async Task<string> ListAnotherAsync(App app, object period)
    {
        var body = App.Listing("2026-03-30", period);
        body["documentNumber"] = "永平安督〔2026〕4号";
        var response = await app.PostAsync("/api/listings", body);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return response.Headers.Location!.ToString().Split('/')[^1];
    }

    private static bool IsWorked(JsonElement calendar, DateOnly day)
    {
        var text = $"{day:yyyy-MM-dd}";
        bool In(string member) => calendar.GetProperty(member).EnumerateArray().Any(one => one.GetString() == text);
        return In("makeUpWorkingDays") || (!In("daysOff") && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}

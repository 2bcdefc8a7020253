using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Domain.Calendar;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;
using Rectify.Storage.Sqlite.Calendar;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Functions.Tests.Calendar;

/// <summary>A notice for 2027 as it might read: 5 to 12 February are off, Sunday 14 and Saturday 20 February are worked.</summary>
public class CalendarTests
{
    private static readonly string[] Off = DaysOf2027(
        "01-01 01-02 01-03 02-05 02-06 02-07 02-08 02-09 02-10 02-11 02-12 04-03 04-04 04-05 05-01 05-02 05-03 05-04 05-05 "
        + "06-09 09-15 10-01 10-02 10-03 10-04 10-05 10-06 10-07");
    private static readonly string[] MakeUp = DaysOf2027("02-14 02-20 05-08 09-26 10-09");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string[] DaysOf2027(string days) => [.. days.Split(' ').Select(day => $"2027-{day}")];

    [Fact]
    public async Task A_notice_moves_open_deadlines_tells_those_concerned_and_the_veto_comes_at_the_new_one()
    {
        await using var app = await App.StartAsync("2026-08-12 09:00");
        var caseId = await app.ListAsync("2026-08-12", new { months = 6 });
        Assert.True((await app.CaseAsync(caseId)).GetProperty("deadline").GetProperty("provisional").GetBoolean());
        await app.AdvanceAsync("2026-11-20 10:00");

        var put = await PutAsync(app, Notice());

        var moved = Assert.Single(put.GetProperty("moved").EnumerateArray());
        Assert.Equal((caseId, "2027-02-12", "2027-02-14"),
            (moved.GetProperty("caseId").GetString(), moved.GetProperty("previous").GetString(),
                moved.GetProperty("effective").GetString()));
        Assert.Empty(put.GetProperty("confirmed").EnumerateArray());
        var after = await app.CaseAsync(caseId);
        Assert.Equal(("2027-02-12", "2027-02-14", false),
            (after.GetProperty("deadline").GetProperty("nominal").GetString(),
                after.GetProperty("deadline").GetProperty("effective").GetString(),
                after.GetProperty("deadline").GetProperty("provisional").GetBoolean()));
        Assert.All(after.GetProperty("sanctions").EnumerateArray(),
            sanction => Assert.Equal("2027-02-12", sanction.GetProperty("to").GetString()));
        var entry = Assert.Single(await app.ItemsAsync($"/api/cases/{caseId}/events"),
            e => e.GetProperty("type").GetString() == "deadlineRecomputed");
        Assert.Equal("officer:officer", entry.GetProperty("actor").GetString());
        await app.SettleAsync();
        Assert.Equal(5, app.Mails()["deadline-recomputed"]);

        await app.AdvanceAsync("2027-02-14 23:59");
        Assert.Equal("rectifying", (await app.CaseAsync(caseId)).GetProperty("status").GetString());
        await app.AdvanceAsync("2027-02-15 00:00");
        var vetoed = await app.CaseAsync(caseId);
        Assert.Equal(("vetoed", "2027-02-14", "2028-02-14"),
            (vetoed.GetProperty("status").GetString(), vetoed.GetProperty("veto").GetProperty("from").GetString(),
                vetoed.GetProperty("veto").GetProperty("to").GetString()));
        Assert.Equal(
            ["2027-01-15", "2027-01-29", "2027-02-04", "2027-02-14"],
            (await app.ItemsAsync($"/api/cases/{caseId}/events")).Where(e => e.GetProperty("type").GetString() == "reminderDue")
                .Select(e => e.GetProperty("data").GetProperty("reminder")).Where(r => r.GetProperty("kind").GetString() == "deadline")
                .Select(r => r.GetProperty("day").GetString()));
    }

    [Fact]
    public async Task A_notice_that_brings_a_deadline_forward_brings_the_veto_forward()
    {
        await using var app = await App.StartAsync("2026-08-20 09:00");
        var caseId = await app.ListAsync("2026-08-20", new { months = 6 });
        Assert.Equal("2027-02-22", (await app.CaseAsync(caseId)).GetProperty("deadline").GetProperty("effective").GetString());
        await app.AdvanceAsync("2026-11-20 10:00");
        await PutAsync(app, Notice());

        await app.AdvanceAsync("2027-02-20 23:59");
        Assert.Equal("rectifying", (await app.CaseAsync(caseId)).GetProperty("status").GetString());
        await app.AdvanceAsync("2027-02-21 00:00");
        Assert.Equal("vetoed", (await app.CaseAsync(caseId)).GetProperty("status").GetString());
        Assert.Contains(await app.ItemsAsync($"/api/cases/{caseId}/events"), e => e.GetProperty("type").GetString() == "vetoImposed");
    }

    [Fact]
    public async Task Written_days_passed_days_and_certain_days_stay_and_a_confirmed_day_is_told()
    {
        await using var app = await App.StartAsync("2026-08-12 09:00");
        async Task<string> ListAsync(string number, object period)
        {
            var body = App.Listing("2026-08-12", period);
            body["documentNumber"] = number;
            var response = await app.PostAsync("/api/listings", body);
            return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("caseId")
                .GetString()!;
        }

        var written = await ListAsync("督〔2026〕1号", new { dueOn = "2027-02-12" });
        var passed = await ListAsync("督〔2026〕2号", new { months = 3 });
        var certain = await ListAsync("督〔2026〕3号", new { months = 4 });
        var confirmed = await ListAsync("督〔2026〕4号", new { days = 190 });
        await app.AdvanceAsync("2026-11-20 10:00");
        var before = await Task.WhenAll(new[] { written, passed, certain }.Select(app.CaseAsync));

        var put = await PutAsync(app, Notice());

        Assert.Empty(put.GetProperty("moved").EnumerateArray());
        Assert.Equal(confirmed, Assert.Single(put.GetProperty("confirmed").EnumerateArray()).GetProperty("caseId").GetString());
        Assert.Equal(before.Select(c => c.ToString()),
            (await Task.WhenAll(new[] { written, passed, certain }.Select(app.CaseAsync))).Select(c => c.ToString()));
        Assert.False((await app.CaseAsync(confirmed)).GetProperty("deadline").GetProperty("provisional").GetBoolean());
        await app.SettleAsync();
        Assert.Equal(5, app.Mails()["deadline-recomputed"]);

        // The written day keeps its date, and is reminded of on the days that are worked now.
        Assert.Contains(put.GetProperty("reminders").EnumerateArray(),
            r => r.GetProperty("caseId").GetString() == written && r.GetProperty("previous").GetString() == "2027-02-12"
                && r.GetProperty("day").GetString() == "2027-02-04");
        await app.AdvanceAsync("2027-02-04 10:00");
        Assert.Contains(await app.ItemsAsync($"/api/cases/{written}/events"),
            e => e.GetProperty("type").GetString() == "reminderDue"
                && e.GetProperty("data").GetProperty("reminder").GetProperty("day").GetString() == "2027-02-04");
    }

    [Fact]
    public async Task The_same_notice_again_moves_nothing_and_a_corrected_one_does()
    {
        await using var app = await App.StartAsync("2026-08-12 09:00");
        var caseId = await app.ListAsync("2026-08-12", new { months = 6 });
        await PutAsync(app, Notice());

        var again = await PutAsync(app, Notice());
        Assert.Empty(again.GetProperty("moved").EnumerateArray());
        Assert.Single(await app.ItemsAsync($"/api/cases/{caseId}/events"), e => e.GetProperty("type").GetString() == "deadlineRecomputed");

        var corrected = await PutAsync(app, Notice(off: [.. Off.Where(day => day != "2027-02-12")]));
        Assert.Equal(("2027-02-14", "2027-02-12"),
            (corrected.GetProperty("moved")[0].GetProperty("previous").GetString(),
                corrected.GetProperty("moved")[0].GetProperty("effective").GetString()));
    }

    [Fact]
    public async Task A_year_is_read_as_shipped_as_computed_and_as_imported_and_survives_a_restart()
    {
        await using var app = await App.StartAsync("2026-11-20 09:00");
        var shipped = await app.GetAsync("/api/calendar/2026");
        Assert.Equal((false, JsonValueKind.Null),
            (shipped.GetProperty("provisional").GetBoolean(), shipped.GetProperty("importedAt").ValueKind));
        Assert.Contains("2026-02-28", shipped.GetProperty("makeUpWorkingDays").EnumerateArray().Select(day => day.GetString()));
        Assert.True((await app.GetAsync("/api/calendar/2027")).GetProperty("provisional").GetBoolean());

        await PutAsync(app, Notice());
        await app.RestartAtAsync("2026-11-21 09:00");

        var imported = await app.GetAsync("/api/calendar/2027");
        Assert.Equal(("国办发明电〔2026〕9号", false, "2026-11-20T01:00:00Z", "officer:officer"),
            (imported.GetProperty("source").GetString(), imported.GetProperty("provisional").GetBoolean(),
                imported.GetProperty("importedAt").GetString(), imported.GetProperty("importedBy").GetString()));
        Assert.Equal(MakeUp, imported.GetProperty("makeUpWorkingDays").EnumerateArray().Select(day => day.GetString()));
        foreach (var year in new[] { "2023", "2100", "next", "-1" })
            await BadListingTests.ProblemAsync(await app.Http.GetAsync($"/api/calendar/{year}", Cancellation), 422, "calendar-year");
    }

    [Fact]
    public async Task An_import_by_another_process_counts_from_the_next_request_on_and_moves_open_deadlines_within_the_hour()
    {
        await using var app = await App.StartAsync("2026-08-12 09:30");
        var early = await app.ListAsync("2026-08-12", new { months = 6 });

        // Another process of this program shares the file; it died before it came to the cases.
        using (var other = SqliteDatabase.Open(Path.Combine(app.Folder, "ledger.db")))
        {
            await new SqliteCalendarStore(other).AddAsync(
                new CalendarYear(2027, "国办发明电〔2026〕9号", Off.Select(DateOnly.Parse).ToHashSet(),
                    MakeUp.Select(DateOnly.Parse).ToHashSet()), "officer:other", app.Now, Cancellation);
        }

        var preview =
            await (await app.PostAsync("/api/listings/preview",
                App.Listing("2026-08-12", new { months = 6 }))).Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("2027-02-14", preview.GetProperty("deadline").GetProperty("effective").GetString());
        Assert.Equal("2027-02-12", (await app.CaseAsync(early)).GetProperty("deadline").GetProperty("effective").GetString());

        await app.AdvanceAsync("2026-08-12 10:18");
        Assert.Equal("2027-02-14", (await app.CaseAsync(early)).GetProperty("deadline").GetProperty("effective").GetString());
        Assert.Equal("system",
            Assert.Single(await app.ItemsAsync($"/api/cases/{early}/events"),
                e => e.GetProperty("type").GetString() == "deadlineRecomputed").GetProperty("actor").GetString());
    }

    public static TheoryData<string, object, string> Refused => new()
    {
        // a make-up day that is no weekend day, that is a day off, that stands twice, that lies in another year
        { "2027", Notice(makeUp: ["2027-02-15"]), "makeUpWorkingDays[0]" },
        { "2027", Notice(makeUp: ["2027-02-14", "2027-02-07"]), "makeUpWorkingDays[1]" },
        { "2027", Notice(makeUp: ["2027-02-14", "2027-02-14"]), "makeUpWorkingDays[1]" },
        { "2027", Notice(makeUp: ["2026-12-26"]), "makeUpWorkingDays[0]" },
        // a day off twice, in another year, none, and one that is off by law left out
        { "2027", Notice(off: [.. Off, "2027-10-01"]), "daysOff[28]" },
        { "2027", Notice(off: ["2026-12-31", .. Off]), "daysOff[0]" },
        { "2027", Notice(off: []), "daysOff" },
        { "2027", Notice(off: [.. Off.Where(day => day != "2027-09-15")]), "daysOff" },
        { "2027", new { source = " ", daysOff = Off, makeUpWorkingDays = MakeUp }, "source" },
        { "2027", new { year = 2026, source = "通知", daysOff = Off, makeUpWorkingDays = MakeUp }, "year" },
        { "2023", Notice(), "year" },
        { "2100", Notice(), "year" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_notice_that_cannot_be_is_refused_and_says_where(string year, object notice, string member)
    {
        await using var app = await App.StartAsync("2026-11-20 09:00");
        var response = await app.Http.PutAsJsonAsync($"/api/calendar/{year}", notice, Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal([member], problem.GetProperty("errors").EnumerateObject().Select(e => e.Name));
        Assert.True((await app.GetAsync("/api/calendar/2027")).GetProperty("provisional").GetBoolean());
    }

    private static object Notice(string[]? off = null, string[]? makeUp = null) =>
        new { source = "国办发明电〔2026〕9号", daysOff = off ?? Off, makeUpWorkingDays = makeUp ?? MakeUp };

    private static async Task<JsonElement> PutAsync(App app, object notice)
    {
        var response = await app.Http.PutAsJsonAsync("/api/calendar/2027", notice, Cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Cancellation));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}

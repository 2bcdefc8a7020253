using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>
/// A newer version has written an event that this one does not know, and was rolled back: its case waits, all others go on.
/// </summary>
public class UnreadableCaseJourney
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected virtual string[] Storage => [];

    [Fact]
    public async Task A_case_that_cannot_be_read_stops_no_other()
    {
        await using var app = await NewerVersion.StartAsync(Storage);
        var (newer, other) = await NewerVersion.TwoCasesAsync(app);
        await NewerVersion.WriteNewerAsync(app, newer, "caseAppealed", """{"by":"县委"}""");

        // Orchestrations, veto and mails of the other; none of this one.
        await app.AdvanceAsync("2026-05-08 10:00");
        Assert.Equal("vetoed", (await app.CaseAsync(other)).GetProperty("status").GetString());
        var mails = Directory.GetFiles(app.MailFolder, "*.eml").Select(Path.GetFileName).ToList();
        static bool IsVetoMailOf(string caseId, string mail) =>
            mail.Contains(caseId, StringComparison.Ordinal) && mail.Contains(".veto.", StringComparison.Ordinal);
        Assert.Contains(mails, mail => IsVetoMailOf(other, mail!));
        Assert.DoesNotContain(mails, mail => IsVetoMailOf(newer, mail!));

        // The office is told, once on each day.
        var alerts = mails.Where(mail => mail!.Contains(".unreadable-case.", StringComparison.Ordinal)).ToList();
        Assert.Equal(alerts.Count, alerts.Distinct().Count());
        Assert.InRange(alerts.Count, 38, 41);

        await BadListingTests.ProblemAsync(await app.Http.GetAsync($"/api/cases/{newer}", Cancellation), 409, "unreadable-case");
        var submitted = await app.PostAsync($"/api/cases/{newer}/submission", new { submittedOn = "2026-05-07", summary = "已整改" });
        await BadListingTests.ProblemAsync(submitted, 409, "unreadable-case");
    }

    [Fact]
    public async Task Nobody_whom_such_a_case_names_is_ever_called_clear()
    {
        await using var app = await NewerVersion.StartAsync(Storage);
        var (newer, other) = await NewerVersion.TwoCasesAsync(app);
        await NewerVersion.WriteNewerAsync(app, newer, "caseAppealed", "{}");

        foreach (var subject in (string[])["unit:yj-oubei", "official:o-1"])
        {
            var asked = await app.Http.GetAsync($"/api/eligibility?subject={subject}&on=2030-01-01", Cancellation);
            var refused = await BadListingTests.ProblemAsync(asked, 409, "unreadable-case");
            Assert.Contains(newer, refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        Assert.Equal("barred", await app.EligibilityAsync("unit:yj-other", new DateOnly(2026, 4, 1)));
        var question = new { purpose = "honour", askedBy = "县委组织部", subjects = new[] { "unit:yj-other", "unit:yj-oubei" } };
        var answer = await BadListingTests.ProblemAsync(await app.PostAsync("/api/consultations", question), 409, "unreadable-case");
        Assert.True(answer.GetProperty("errors").TryGetProperty("subjects[1]", out _));
        Assert.Empty(await app.ItemsAsync("/api/consultations"));
        var ofOther = await app.PostAsync("/api/consultations", question with { subjects = ["unit:yj-other"] });
        Assert.Equal(HttpStatusCode.Created, ofOther.StatusCode);

        // Also by the record of performance and the list of sanctions, on which promotions rest.
        var sanctions = await app.Http.GetAsync("/api/sanctions?subject=official:o-1", Cancellation);
        await BadListingTests.ProblemAsync(sanctions, 409, "unreadable-case");
        var record = await app.Http.GetAsync("/api/officials/o-1/performance-record", Cancellation);
        await BadListingTests.ProblemAsync(record, 409, "unreadable-case");
        Assert.NotEmpty(other);
    }

    [Fact]
    public async Task Lists_and_pages_show_it_as_unreadable()
    {
        await using var app = await NewerVersion.StartAsync(Storage);
        var (newer, other) = await NewerVersion.TwoCasesAsync(app);
        await NewerVersion.WriteNewerAsync(app, newer, "caseAppealed", "{}");
        await app.AdvanceAsync("2026-03-30 11:00");

        var list = await app.GetAsync("/api/cases");
        Assert.Equal([other], list.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("caseId").GetString()));
        var unreadable = Assert.Single(list.GetProperty("unreadable").EnumerateArray());
        Assert.Equal((newer, "unknownEvent"), (unreadable.GetProperty("caseId").GetString(), unreadable.GetProperty("reason").GetString()));

        string[] pages =
        [
            "/board", "/board/cases", "/board/sanctions", "/board/health", "/board/units/yj-oubei", "/board/officials/o-1",
            "/board/eligibility?subjects=unit:yj-oubei",
        ];
        foreach (var page in pages)
        {
            var address = page + (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=";
            Assert.Contains("无法读取", await app.Http.GetStringAsync(address + "zh-CN", Cancellation), StringComparison.Ordinal);
            Assert.Contains("cannot be read", await app.Http.GetStringAsync(address + "en", Cancellation), StringComparison.Ordinal);
        }

        Assert.Contains("无法读取", await app.Http.GetStringAsync("/board/cases.csv?lang=zh-CN", Cancellation), StringComparison.Ordinal);
        var own = await app.Http.GetAsync($"/board/cases/{newer}?lang=zh-CN", Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, own.StatusCode);
        Assert.Contains("caseAppealed", await own.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        var feed = (await app.PostAsync("/api/feeds", new { label = "日历" }));
        var feedAddress = (await feed.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("address").GetString()!;
        var calendar = await app.WithoutKey.GetStringAsync(new Uri(feedAddress).PathAndQuery, Cancellation);
        Assert.Contains($"{newer}.unreadable@rectify", calendar.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"{other}.deadline@rectify", calendar.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var ready = await app.Http.GetAsync("/api/health/ready", Cancellation);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        var check = (await ready.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("checks").EnumerateArray()
            .Single(one => one.GetProperty("name").GetString() == "ledger");
        Assert.Equal("warning", check.GetProperty("result").GetString());

        var sweep = await app.Http.PutAsJsonAsync("/api/calendar/2027", HolidaysOf2027, Cancellation);
        Assert.True(sweep.IsSuccessStatusCode, await sweep.Content.ReadAsStringAsync(Cancellation));
        var swept = (await sweep.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("unreadable");
        Assert.Equal(newer, swept[0].GetProperty("caseId").GetString());
    }

    private static readonly object HolidaysOf2027 = new
    {
        source = "国办发明电〔2026〕7号",
        daysOff = new[]
        {
            "2027-01-01", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-04-05", "2027-05-01", "2027-05-02",
            "2027-06-09", "2027-09-15", "2027-10-01", "2027-10-02", "2027-10-03",
        },
        makeUpWorkingDays = Array.Empty<string>(),
    };
}

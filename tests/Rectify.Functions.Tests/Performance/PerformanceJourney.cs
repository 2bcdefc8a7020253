using System.Net;
using System.Text.Json;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Performance;

/// <summary>工作实绩档案 through HTTP: what a year brings, and what the record said of each of its days.</summary>
public class PerformanceJourney
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_holds_posts_assessments_cases_sanctions_and_commendations_as_of_its_day()
    {
        await using var app = await App.StartAsync(
            "2026-01-05 09:30",
            "--Access:Keys:0:Name", "读者", "--Access:Keys:0:Role", "reader", "--Access:Keys:0:Key", "reader-key-of-the-tests",
            "--Access:Keys:1:Name", "瓯北", "--Access:Keys:1:Role", "unit", "--Access:Keys:1:UnitId", "yj-oubei",
            "--Access:Keys:1:Key", "unit-key-of-the-tests");
        await app.PutAsync("/api/units/yj-other",
            new { name = "桥头镇", kind = "locality", level = "township", liaison = new { name = "李", email = "li@b.example" } });
        await AppointAsync(app, "yj-oubei", "街道党工委书记", "first", "2024-01-01");
        await app.PutAsync("/api/duty-reports/o-1/2025", new { submittedOn = "2026-01-04", summary = "履行第一责任人职责情况" });
        await app.PutAsync("/api/assessments/yj-oubei/2023", new { result = "passed", decidedOn = "2024-02-01" });
        await app.PutAsync("/api/assessments/yj-oubei/2025",
            new { result = "passed", decidedOn = "2026-01-05", documentNumber = "永考〔2026〕5号" });
        await app.AdvanceAsync("2026-03-30 09:30");
        await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-10-02 09:30");
        await app.PutAsync("/api/officials/o-1/commendations/c-1",
            new { title = "平安建设先进个人", awardedBy = "浙江省委", awardedOn = "2025-11-03", documentNumber = "浙委发〔2025〕9号" });
        var then = await RecordAsync(app, "2026-10-01");
        await AppointAsync(app, "yj-other", "镇党委书记", "first", "2026-11-01");
        await app.AdvanceAsync("2026-11-02 09:30");
        await app.PutAsync("/api/assessments/yj-oubei/2025", new { result = "failed", decidedOn = "2026-11-02", reason = "复核" });
        await app.PutAsync("/api/assessments/yj-other/2025", new { result = "passed", decidedOn = "2026-01-05" });

        // Of a year before the post nothing, and nothing of a case on the day before it.
        var before = await RecordAsync(app, "2026-03-29");
        Assert.Equal([2025], before.GetProperty("assessments").EnumerateArray().Select(entry => entry.GetProperty("year").GetInt32()));
        Assert.Equal((0, 0, 0), (Count(before, "cases"), Count(before, "sanctions"), Count(before, "commendations")));

        // The veto comes at 24:00 of the last day, which is the next one.
        var last = await RecordAsync(app, "2026-09-30");
        Assert.Equal(["active"], last.GetProperty("sanctions").EnumerateArray().Select(sanction => Text(sanction, "status")));
        Assert.Equal("rectifying", Text(last.GetProperty("cases")[0], "status"));
        var next = await RecordAsync(app, "2026-10-01");
        Assert.Equal([("listing", "2026-03-30", "2026-09-30", "expired"), ("veto", "2026-09-30", "2027-09-30", "active")],
            next.GetProperty("sanctions").EnumerateArray().Select(
                sanction => (Text(sanction, "measure"), Text(sanction, "from"), Text(sanction, "to"), Text(sanction, "status"))));
        Assert.Equal(("vetoed", "2026-09-30", "2027-09-30", "principal", "stands"),
            (Text(next.GetProperty("cases")[0], "status"), Text(next.GetProperty("cases")[0], "vetoFrom"),
                Text(next.GetProperty("cases")[0], "vetoTo"), Text(next.GetProperty("cases")[0], "role"),
                Text(next.GetProperty("cases")[0], "named")));

        // The same extract comes out again, whatever was entered since.
        Assert.Equal(0, Count(next, "commendations"));
        Assert.Equal(then.GetRawText(), next.GetRawText());

        var today = await RecordAsync(app, null);
        Assert.Equal([("yj-oubei", "街道党工委书记", "2026-10-31"), ("yj-other", "镇党委书记", null)],
            today.GetProperty("posts").EnumerateArray().Select(post => (Text(post, "unitId"), Text(post, "post"), Text(post, "to"))));
        Assert.Equal([("yj-oubei", 2025, "failed")],
            today.GetProperty("assessments").EnumerateArray().Select(
                entry => (Text(entry, "unitId"), entry.GetProperty("year").GetInt32(), Text(entry, "result"))));
        Assert.Equal(1, Count(today, "commendations"));

        await BadListingTests.ProblemAsync(await app.Http.GetAsync("/api/officials/o-1/performance-record?asOf=2026-11-03", Cancellation),
            422, "date-out-of-range");
        await BadListingTests.ProblemAsync(await app.Http.GetAsync("/api/officials/nobody/performance-record", Cancellation), 404,
            "not-found");
        var dated = await app.GetAsync("/api/officials/o-1/performance-record?asOf=2026-09-30", "reader-key-of-the-tests");
        Assert.Equal("2026-09-30", Text(dated, "asOf"));
        app.WithoutKey.DefaultRequestHeaders.Add("x-functions-key", "unit-key-of-the-tests");
        Assert.Equal(HttpStatusCode.Forbidden,
            (await app.WithoutKey.GetAsync("/api/officials/o-1/performance-record", Cancellation)).StatusCode);

        var document = await app.Http.GetAsync("/api/officials/o-1/performance-record/document", Cancellation);
        Assert.Equal(("text/html", "no-store"),
            (document.Content.Headers.ContentType?.MediaType, document.Headers.CacheControl?.ToString()));
        Snapshot.Matches("extract", await document.Content.ReadAsStringAsync(Cancellation) is var html
            ? html[html.IndexOf("<body>", StringComparison.Ordinal)..] : "");
    }

    [Fact]
    public async Task Who_was_taken_out_of_a_case_is_shown_as_such_and_was_not_named_before_being_added()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-04-02 09:30");
        await app.DoAsync(caseId, "correction", new
        {
            reason = "登记有误",
            decidedBy = "县委政法委",
            officials = new[] { new { officialId = "o-2", role = "supervising" }, new { officialId = "o-4", role = "inCharge" } },
        });
        await app.AdvanceAsync("2026-04-03 09:30");

        var taken = await RecordAsync(app, null);
        Assert.Equal(("takenOut", "revoked"),
            (Text(taken.GetProperty("cases")[0], "named"), Text(taken.GetProperty("sanctions")[0], "status")));
        Assert.Equal((0, 1),
            (Count(await RecordAsync(app, "2026-04-01", "o-4"), "cases"), Count(await RecordAsync(app, "2026-04-02", "o-4"), "cases")));
        Assert.Equal("stands", Text((await RecordAsync(app, "2026-04-01")).GetProperty("cases")[0], "named"));
    }

    [Fact]
    public async Task A_talk_stands_in_the_record_and_bars_nobody()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var opened = await app.PostAsync("/api/admonitions", new
        {
            unitId = "yj-oubei",
            rung = "talk",
            ground = "neglect",
            facts = "措施不落实",
            issuedOn = "2026-03-30",
            goals = new[] { "整改到位" },
            legalBasis = "实施办法第十八条",
            issuedBy = "永嘉县平安办",
        });
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);

        var record = await RecordAsync(app, null);
        var talk = record.GetProperty("cases")[0];
        Assert.Equal(("talk", "2026-03-30", "rectifying", "principal"),
            (Text(talk, "rung"), Text(talk, "openedOn"), Text(talk, "status"), Text(talk, "role")));
        Assert.Equal(0, Count(record, "sanctions"));
        Assert.Contains("<td>约谈</td>", await app.Http.GetStringAsync("/api/officials/o-1/performance-record/document", Cancellation));
    }

    private static Task AppointAsync(App app, string unitId, string post, string responsibility, string from) =>
        app.PutAsync("/api/officials/o-1",
            new { name = "王主任", email = "o-1@oubei.example", unitId, post, role = "principal", from, responsibility });

    private static Task<JsonElement> RecordAsync(App app, string? asOf, string id = "o-1") =>
        app.GetAsync($"/api/officials/{id}/performance-record{(asOf is null ? "" : $"?asOf={asOf}")}");

    private static int Count(JsonElement record, string member) => record.GetProperty(member).GetArrayLength();

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}

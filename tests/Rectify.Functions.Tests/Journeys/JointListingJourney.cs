using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>A notice of 2007 to ten units under one number: a case for each, all of them or none, and later each by itself.</summary>
public class JointListingJourney
{
    private const string Number = "永平安督〔2026〕9号";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected virtual string[] Storage => [];

    // Listed on 1 July, deadline 20 December as written (a Sunday), a written report by 31 December.
    [Fact]
    public async Task Ten_units_under_one_number_have_a_case_each_with_the_days_of_the_document()
    {
        await using var app = await StartAsync("2026-07-01 09:30", 10);
        var preview = await ReadAsync(await app.PostAsync("/api/joint-listings/preview", Body(10)), HttpStatusCode.OK);
        Assert.Equal(10, preview.GetProperty("units").GetArrayLength());
        Assert.All(
            preview.GetProperty("units").EnumerateArray(),
            unit => Assert.Equal("2026-12-20", unit.GetProperty("listing").GetProperty("deadline").GetProperty("effective").GetString()));
        Assert.Empty(await app.ItemsAsync("/api/cases"));

        var opened = await OpenAsync(app, "key-of-the-document", Body(10));
        var cases = opened.GetProperty("cases").EnumerateArray().ToList();
        Assert.Equal((Number, 10), (Text(opened, "documentNumber"), cases.Count));
        Assert.All(cases, one =>
        {
            Assert.Equal((Number, "2026-12-31"), (Text(one, "documentNumber"), Text(one, "reportDueOn")));
            Assert.Equal(("2026-12-20", "2026-12-20"), (Deadline(one, "nominal"), Deadline(one, "effective")));
            Assert.Equal(9, one.GetProperty("sharedWith").GetArrayLength());
        });

        // The same request again opens nothing, and an inquiry by the number finds all of them.
        Assert.Equal(opened.GetRawText(), (await OpenAsync(app, "key-of-the-document", Body(10))).GetRawText());
        Assert.Equal(10, (await app.ItemsAsync("/api/cases")).Count);
        var found = await app.Http.GetStringAsync($"/board/cases.csv?text={Uri.EscapeDataString("永平安督[2026]9号")}", Cancellation);
        Assert.Equal(10, found.Split(Number).Length - 1);
        var notice = await app.Http.GetStringAsync($"/api/cases/{Text(cases[3], "caseId")}/documents/listing-notice", Cancellation);
        Assert.Contains("10个单位", notice, StringComparison.Ordinal);
        Assert.Contains("单位9", notice, StringComparison.Ordinal);

        // The number is taken for every later document.
        var other = App.Listing("2026-07-01", new { dueOn = "2026-12-20" });
        other["documentNumber"] = Number;
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/listings", other), 409, "document-number-taken");

        // Each goes on by itself: one is released, one gets more time, one is vetoed at the end.
        var ids = cases.Select(one => Text(one, "caseId")!).ToList();
        await app.AdvanceAsync("2026-12-01 10:00");
        await app.DoAsync(ids[1], "submission", new { summary = "整改完成" });
        await app.DoAsync(ids[1], "inspection", new { result = "passed", remarks = "合格" });
        await app.DoAsync(ids[2], "extension", new { by = new { months = 1 }, reason = "汛期", approvedBy = "县委政法委" });
        await app.AdvanceAsync("2027-01-05 10:00");
        string[] states = [Text(await app.CaseAsync(ids[0]), "status")!, Text(await app.CaseAsync(ids[1]), "status")!,
            Text(await app.CaseAsync(ids[2]), "status")!];
        Assert.Equal(["vetoed", "closed", "rectifying"], [states[0], states[1] == "released" ? "closed" : states[1], states[2]]);
        var verified = await app.GetAsync("/api/audit/verify", "auditor-key-of-the-tests");
        Assert.True(verified.GetProperty("whole").GetBoolean(), verified.ToString());
    }

    [Fact]
    public async Task What_is_wrong_with_one_unit_is_named_and_opens_none()
    {
        await using var app = await StartAsync("2026-07-01 09:30", 3);
        var body = Body(3);
        body["units"] = new object[]
        {
            new { unitId = "u-0" }, new { unitId = "nobody" },
            new { unitId = "u-2", officials = new[] { new { officialId = "x", role = "principal" } } },
            new { unitId = "u-0" },
        };
        var twice = await BadListingTests.ProblemAsync(await app.PostAsync("/api/joint-listings", body), 422, "unit-twice");
        Assert.Contains("units[3].unitId", Text(twice, "detail"), StringComparison.Ordinal);

        body["units"] = ((object[])body["units"]!)[..3];
        var problem = await BadListingTests.ProblemAsync(await app.PostAsync("/api/joint-listings", body), 422, "unknown-unit");
        Assert.Equal(
            ["units[1].unitId", "units[2].officials"],
            problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
        Assert.Empty(await app.ItemsAsync("/api/cases"));

        // boundary: one unit alone
        body["units"] = new object[] { new { unitId = "u-0" } };
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/joint-listings", body), 422, "units-count");
    }

    [Fact]
    public async Task The_number_is_corrected_in_the_first_case_for_all_of_them()
    {
        await using var app = await StartAsync("2026-07-01 09:30", 3);
        var ids = (await OpenAsync(app, "k", Body(3))).GetProperty("cases").EnumerateArray().Select(one => Text(one, "caseId")!).ToList();
        object correction = new { reason = "文号登记有误", decidedBy = "县平安办", documentNumber = "永平安督〔2026〕19号" };

        await BadListingTests.ProblemAsync(await app.PostAsync($"/api/cases/{ids[1]}/correction", correction), 422, "number-is-shared");
        await app.DoAsync(ids[0], "correction", correction);

        foreach (var id in ids) Assert.Equal("永平安督〔2026〕19号", Text(await app.CaseAsync(id), "documentNumber"));
    }

    private async Task<App> StartAsync(string localTime, int units)
    {
        var app = await App.StartAsync(
            localTime,
            [
                .. Storage, "--Access:Keys:0:Name", "审计", "--Access:Keys:0:Role", "auditor",
                "--Access:Keys:0:Key", "auditor-key-of-the-tests",
            ]);
        for (var i = 0; i < units; i++)
        {
            await app.PutAsync($"/api/units/u-{i}", new
            {
                name = string.Create(CultureInfo.InvariantCulture, $"单位{i}"),
                kind = "locality",
                level = "township",
                liaison = new { name = "联络员", email = $"u{i}@units.example" },
            });
            await app.PutAsync($"/api/officials/p-{i}", new
            {
                name = $"干部{i}",
                email = $"p{i}@units.example",
                unitId = $"u-{i}",
                post = "书记",
                role = "principal",
                from = "2024-01-01",
            });
        }

        return app;
    }

    private static Dictionary<string, object?> Body(int units)
    {
        var body = App.Listing("2026-07-01", new { dueOn = "2026-12-20" });
        body.Remove("unitId");
        body["documentNumber"] = Number;
        body["reportDueOn"] = "2026-12-31";
        body["units"] = Enumerable.Range(0, units).Select(i => new { unitId = $"u-{i}" }).ToArray();
        return body;
    }

    private static async Task<JsonElement> OpenAsync(App app, string key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/joint-listings") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return await ReadAsync(await app.Http.SendAsync(request), HttpStatusCode.Created);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        Assert.True(response.StatusCode == expected, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string? Text(JsonElement json, string member) => json.GetProperty(member).GetString();

    private static string? Deadline(JsonElement json, string member) => json.GetProperty("deadline").GetProperty(member).GetString();
}

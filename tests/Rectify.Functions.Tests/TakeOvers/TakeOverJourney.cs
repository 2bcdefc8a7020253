using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.TakeOvers;

/// <summary>An office goes live on 20 April 2026 with the ledger that it has kept in a spreadsheet until now.</summary>
public class TakeOverJourney
{
    private const string GoLive = "2026-04-20 09:30";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_cases_of_a_ledger_stand_where_they_would_stand_and_go_on_from_there()
    {
        await using var app = await App.StartAsync(
            GoLive, "--Access:Keys:0:Name", "审计", "--Access:Keys:0:Role", "auditor", "--Access:Keys:0:Key", "auditor-key-of-the-tests");
        var body = Body(Released(), Vetoed(), InTheMiddle());

        var trial = await RunAsync(app, body, "?dryRun=true");
        Assert.Equal(["released", "vetoed", "rectifying"], [.. Cases(trial).Select(one => one.GetProperty("status").GetString())]);
        Assert.Empty(await app.ItemsAsync("/api/cases"));
        Assert.Equal("clear", await app.EligibilityAsync("unit:yj-oubei", new(2026, 5, 1)));

        var taken = await RunAsync(app, body);
        Assert.Equal(Bars(trial), Bars(taken));
        await app.SettleAsync();
        Assert.Equal(3, (await app.ItemsAsync("/api/cases")).Count);
        // Barred by the veto of the summer before to 1 September, and by the case in the middle to 15 July.
        Assert.Equal("barred", await app.EligibilityAsync("official:o-1", new(2026, 9, 1)));
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new(2026, 9, 2)));

        // What is past was told by the former ledger; what comes is told by this one.
        Assert.Empty(app.Mails());
        var middle = Cases(taken)[2].GetProperty("caseId").GetString()!;
        var open = await app.CaseAsync(middle);
        Assert.Equal("2026-07-15", open.GetProperty("deadline").GetProperty("effective").GetString());
        await app.AdvanceAsync("2026-07-16 10:00");
        Assert.Equal("vetoed", (await app.CaseAsync(middle)).GetProperty("status").GetString());
        Assert.NotEmpty(app.Mails());

        var report = await app.GetAsync("/api/audit/verify", "auditor-key-of-the-tests");
        Assert.True(report.GetProperty("whole").GetBoolean(), report.ToString());
    }

    [Fact]
    public async Task A_request_that_is_sent_again_completes_what_was_taken_over_and_doubles_nothing()
    {
        await using var app = await App.StartAsync(GoLive);
        await RunAsync(app, Body(Released()));

        var again = await RunAsync(app, Body(Released(), Vetoed()));

        Assert.Equal([true, false], [.. Cases(again).Select(one => one.GetProperty("before").GetBoolean())]);
        Assert.Equal(2, (await app.ItemsAsync("/api/cases")).Count);
    }

    [Fact]
    public async Task A_new_document_gets_no_number_of_the_former_ledger()
    {
        await using var app = await App.StartAsync(GoLive);
        await RunAsync(app, Body(Released()));

        // That of the listing, and that of the release.
        foreach (var number in new[] { "永平安督〔2025〕7号", "永平安督［2026］1號" })
        {
            var listing = App.Listing("2026-04-20", new { months = 3 });
            listing["documentNumber"] = number;
            var refused = await app.PostAsync("/api/listings", listing);
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains("document-number-taken", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_with_its_place_and_nothing_is_taken_over()
    {
        await using var app = await App.StartAsync(GoLive);
        var (late, twice, unknown) = (Released(), Released(), Vetoed());
        late["acts"]![1]!["on"] = "2025-11-01";
        unknown["listing"]!["unitId"] = "nobody";
        unknown["listing"]!["documentNumber"] = "永平安督〔2025〕8号";

        var refused = await app.PostAsync("/api/take-overs", Body(Released(), late, twice, unknown));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var errors = (await refused.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("errors");
        Assert.Equal(
            ["cases[1].acts[1].on", "cases[2].documentNumber", "cases[3].listing.unitId"],
            [.. errors.EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal)]);
        Assert.Empty(await app.ItemsAsync("/api/cases"));
    }

    [Theory]
    [InlineData("""{ "listing": null }""", "cases[0].listing")]
    [InlineData("""{ "veto": { "unitId": "yj-oubei", "ground": "other", "decidedOn": "2025-07-01", "facts": "x", "legalBasis": "y" } }""",
        "cases[0].documentNumber")]
    public async Task A_case_without_a_measure_or_a_number_is_refused(string one, string member)
    {
        await using var app = await App.StartAsync(GoLive);
        var refused = await app.PostAsync("/api/take-overs", Body(JsonNode.Parse(one)!.AsObject()));
        Assert.Contains($"\"{member}\"", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static JsonObject Body(params JsonNode[] cases) =>
        new()
        {
            ["source"] = "2025年督办台账.xlsx",
            ["vouchedBy"] = "永嘉县平安办 周敏",
            ["cases"] = new JsonArray([.. cases.Select(one => one.DeepClone())]),
        };

    // A listing of 1 December with three months, released in February: barred to 1 June.
    private static JsonObject Released() => Case("2025-12-01", 3, "永平安督〔2025〕7号",
        """{ "on": "2026-02-20", "submission": { "summary": "已整改" } }""",
        """{ "on": "2026-02-26", "inspection": { "result": "passed", "remarks": "合格", "documentNumber": "永平安督〔2026〕1号" } }""");

    // A deadline that was missed last year.
    private static JsonObject Vetoed() => Case("2025-06-01", 3, "永平安督〔2025〕3号");

    // Four months, extended by two.
    private static JsonObject InTheMiddle() => Case("2026-01-15", 4, "永平安督〔2026〕2号",
        """{ "on": "2026-03-20", "extension": { "by": { "months": 2 }, "reason": "汛期", "approvedBy": "县委政法委" } }""");

    private static JsonObject Case(string listedOn, int months, string number, params string[] acts)
    {
        var listing = App.Listing(listedOn, new { months });
        listing["documentNumber"] = number;
        return new JsonObject
        {
            ["listing"] = JsonSerializer.SerializeToNode(listing),
            ["acts"] = new JsonArray([.. acts.Select(act => JsonNode.Parse(act))]),
        };
    }

    private static async Task<JsonElement> RunAsync(App app, JsonObject body, string query = "")
    {
        var answer = await app.PostAsync($"/api/take-overs{query}", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static IReadOnlyList<JsonElement> Cases(JsonElement view) => [.. view.GetProperty("cases").EnumerateArray()];

    private static IEnumerable<string> Bars(JsonElement view) => Cases(view).Select(one => one.GetProperty("bars").GetRawText());
}

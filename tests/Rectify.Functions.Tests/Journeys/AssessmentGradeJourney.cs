using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>V3, HN16 20: the yearly assessment in grades, which are data of the rulebook.</summary>
public class AssessmentGradeJourney
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_year_is_failed_by_the_grade_that_counts_so_and_two_of_them_lead_to_the_veto()
    {
        await using var app = await StartAsync();
        // Passed, by a grade below the best.
        Assert.Equal(("passed", "basic"), Result(await PutAsync(app, 2023, new { grade = "basic", decidedOn = "2025-03-05" })));
        Assert.Equal(("failed", "poor"), Result(await PutAsync(app, 2024, new { grade = "poor", decidedOn = "2025-03-10" })));
        Assert.Empty(await app.ItemsAsync("/api/cases"));

        var second = await PutAsync(app, 2025, new { grade = "poor", decidedOn = "2026-02-09" });
        Assert.Equal("veto", Assert.Single(await app.ItemsAsync("/api/cases")).GetProperty("kind").GetString());
        Assert.Equal(1, second.GetProperty("vetoes").GetArrayLength());

        // The same grade again is nothing new, nor is the result alone that the grade counts as.
        Assert.Equal(1, (await PutAsync(app, 2025, new { grade = "poor" })).GetProperty("entries").GetArrayLength());
        Assert.Equal(1, (await PutAsync(app, 2025, new { result = "failed" })).GetProperty("entries").GetArrayLength());

        // Another grade is a correction; the veto that rested on the failure goes with it.
        await BadListingTests.ProblemAsync(
            await SendAsync(app, 2025, new { grade = "basic", decidedOn = "2026-02-10" }), 422, "reason-needed");
        var better = await PutAsync(app, 2025, new { grade = "basic", decidedOn = "2026-02-10", reason = "复核" });
        Assert.Equal(("passed", "basic"), Result(better));
        Assert.Equal("revoked", Assert.Single(await app.ItemsAsync("/api/cases")).GetProperty("status").GetString());

        var record = await app.GetAsync("/api/officials/o-1/performance-record");
        Assert.Contains("基本合格", record.GetRawText());
    }

    [Theory]
    [InlineData("""{ "grade": "unknown" }""", "unknown-grade")]
    [InlineData("""{ "grade": "poor", "result": "passed" }""", "unknown-grade")]
    // decided before the rulebook with the grades was in force
    [InlineData("""{ "grade": "poor", "decidedOn": "2025-02-28" }""", "unknown-grade")]
    [InlineData("""{ "remarks": "无结果" }""", "assessment-result-needed")]
    public async Task A_result_that_the_rulebook_does_not_know_is_refused(string body, string problem)
    {
        await using var app = await StartAsync();
        await BadListingTests.ProblemAsync(await SendAsync(app, 2025, JsonNode.Parse(body)!), 422, problem);
    }

    // A year without grades is passed or failed, as before.
    [Fact]
    public async Task A_rulebook_without_grades_takes_none()
    {
        await using var app = await App.StartAsync("2026-02-10 09:30");
        await BadListingTests.ProblemAsync(await SendAsync(app, 2025, new { grade = "poor" }), 422, "unknown-grade");
        var passed = await PutAsync(app, 2025, new { result = "passed", decidedOn = "2026-02-09" });
        Assert.Equal(JsonValueKind.Null, passed.GetProperty("grade").ValueKind);
    }

    [Fact]
    public async Task The_form_offers_the_grades_of_the_year()
    {
        await using var app = await StartAsync(Boards.Keys);
        using var officer = await app.OfficerAsync();
        var form = await officer.GetAsync("/board/assessments/yj-oubei/2025");
        Assert.Contains("基本合格", form.Text);
        await officer.DoAsync("/board/assessments/yj-oubei/2025", ("result", "grade.basic"), ("decidedOn", "2026-02-09"));
        Assert.Equal(("passed", "basic"), Result(await app.GetAsync("/api/assessments/yj-oubei/2025")));
    }

    private static async Task<App> StartAsync(params string[] settings)
    {
        var app = await App.StartAsync("2026-02-10 09:30", settings);
        var book = JsonNode.Parse(
            RulebookCatalog.Shipped.TextOf(RulebookCatalog.Shipped.Find("zhejiang-2017-3")!),
            documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!
            .AsObject();
        book["id"] = "graded";
        book.Remove("replaces");
        book["assessmentGrades"] = new JsonArray(
            Grade("excellent", "优秀", "excellent", "passed"), Grade("basic", "基本合格", "basically qualified", "passed"),
            Grade("poor", "不合格", "unqualified", "failed"));
        await RealTextRulebooks.LoadAsync(app, book);
        var decided = await app.PostAsync("/api/rulebooks/graded/in-force", new { from = "2025-03-01", reason = "常委会决定" });
        Assert.True(decided.IsSuccessStatusCode, await decided.Content.ReadAsStringAsync(Cancellation));
        return app;
    }

    private static JsonObject Grade(string code, string chinese, string english, string counts) => new()
    {
        ["code"] = code,
        ["chinese"] = chinese,
        ["english"] = english,
        ["counts"] = counts,
        ["source"] = "第二十条",
    };

    private static (string?, string?) Result(JsonElement view) => (
        view.GetProperty("result").GetString(), view.GetProperty("grade").GetProperty("code").GetString());

    private static async Task<JsonElement> PutAsync(App app, int year, object body)
    {
        var response = await SendAsync(app, year, body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancellation));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static Task<HttpResponseMessage> SendAsync(App app, int year, object body) =>
        app.Http.PutAsJsonAsync($"/api/assessments/yj-oubei/{year}", body, Cancellation);
}

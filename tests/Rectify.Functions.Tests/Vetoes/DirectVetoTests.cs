using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Vetoes;

public class DirectVetoTests
{
    private static Dictionary<string, object?> Veto(string ground, string decidedOn, string? eventOn = null) => new()
    {
        ["unitId"] = "yj-oubei",
        ["ground"] = ground,
        ["accountabilityGround"] = "graveEvents",
        ["eventOn"] = eventOn,
        ["decidedOn"] = decidedOn,
        ["facts"] = "发生特别重大事件",
        ["legalBasis"] = "实施办法第十七条",
    };

    [Fact]
    public async Task A_veto_for_grave_harm_bars_from_the_event_and_ends_by_itself()
    {
        await using var app = await App.StartAsync("2026-06-01 09:30");
        var response = await app.PostAsync("/api/vetoes", Veto("graveHarm", "2026-06-01", "2026-02-03"));
        var created = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var caseId = created.GetProperty("caseId").GetString()!;

        Assert.Equal((HttpStatusCode.Created, $"/api/cases/{caseId}"), (response.StatusCode, response.Headers.Location!.ToString()));
        Assert.Equal(("veto", "vetoed", "平安督〔2026〕1号"),
            (Text(created, "kind"), Text(created, "status"), Text(created, "documentNumber")));
        Assert.Equal(JsonValueKind.Null, created.GetProperty("deadline").ValueKind);
        Assert.Equal(
            ("graveHarm", "2026-02-03", "2027-02-03", "2026-02-03", "2026-06-01"),
            created.GetProperty("veto") is var veto
                ? (Text(veto, "ground"), Text(veto, "from"), Text(veto, "to"), Text(veto, "eventOn"), Text(veto, "decidedOn")) : default);
        Assert.Empty(created.GetProperty("warnings").EnumerateArray());
        Assert.Equal(["veto"], (await app.ItemsAsync("/api/cases?status=vetoed")).Select(item => Text(item, "kind")));
        Assert.Empty(await app.ItemsAsync("/api/cases?dueBefore=2036-01-01"));

        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 2, 2)));
        Assert.Equal("barred", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 2, 3)));
        await app.AdvanceAsync("2027-02-03 23:59");
        Assert.Equal("vetoed", Text(await app.CaseAsync(caseId), "status"));
        await app.AdvanceAsync("2027-02-04 00:00");
        Assert.Equal("closed", Text(await app.CaseAsync(caseId), "status"));
        Assert.Equal("clear", await app.EligibilityAsync("unit:yj-oubei", new DateOnly(2027, 2, 4)));
        Assert.Equal(new Dictionary<string, int> { ["veto"] = 5, ["sanction-ending"] = 5, ["sanction-over"] = 5 }, app.Mails());
    }

    [Theory]
    // boundary: 90 days left on 5 November, 91 on 4 November
    [InlineData("2026-11-04", false)]
    [InlineData("2026-11-05", true)]
    public async Task An_answer_warns_when_little_of_the_year_is_left(string decidedOn, bool warned)
    {
        await using var app = await App.StartAsync($"{decidedOn} 09:30");
        var preview =
            await (await app.PostAsync("/api/vetoes/preview",
                Veto("graveHarm", decidedOn, "2026-02-02"))).Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var created =
            await (await app.PostAsync("/api/vetoes", Veto("graveHarm", decidedOn, "2026-02-02"))).Content.ReadFromJsonAsync<JsonElement>(
                TestContext.Current.CancellationToken);

        Assert.Equal(warned ? 1 : 0, preview.GetProperty("warnings").GetArrayLength());
        Assert.Equal(preview.GetProperty("warnings").ToString(), created.GetProperty("warnings").ToString());
        if (warned) Assert.Contains("90 day(s)", created.GetProperty("warnings")[0].GetString());
    }

    [Fact]
    public async Task A_preview_shows_the_term_and_records_nothing()
    {
        await using var app = await App.StartAsync("2026-06-01 09:30");
        var response = await app.PostAsync("/api/vetoes/preview", Veto("other", "2026-06-01"));
        var preview = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("2026-06-01", "2027-06-01"), (Text(preview.GetProperty("veto"), "from"), Text(preview.GetProperty("veto"), "to")));
        Assert.Equal(4, preview.GetProperty("sanctions").GetArrayLength());
        Assert.Empty(await app.ItemsAsync("/api/cases"));
        Assert.Empty(app.Mails());
    }

    [Fact]
    public async Task A_repeated_request_with_its_key_opens_no_second_case_and_numbers_go_on_in_one_series()
    {
        await using var app = await App.StartAsync("2026-06-01 09:30");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync(app, "key-1", Veto("other", "2026-06-01"))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single(await app.ItemsAsync("/api/cases"));
        await BadListingTests.ProblemAsync(await SendAsync(app, "key-1", Veto("twoYearAssessment", "2026-06-01")), 422,
            "idempotency-key-reused");

        var second =
            await (await app.PostAsync("/api/vetoes", Veto("other", "2026-06-01"))).Content.ReadFromJsonAsync<JsonElement>(
                TestContext.Current.CancellationToken);
        Assert.Equal("平安督〔2026〕2号", Text(second, "documentNumber"));
    }

    [Fact]
    public async Task What_breaks_a_rule_is_refused_with_the_member_at_fault()
    {
        await using var app = await App.StartAsync("2026-06-01 09:30");
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/vetoes", Veto("graveHarm", "2026-06-01")), 422, "event-date");
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/vetoes", Veto("graveHarm", "2026-06-01", "2025-05-31")), 422,
            "nothing-left-of-the-veto");
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/vetoes", Veto("deadlineMissed", "2026-06-01")), 400, "malformed");
        var unknown = Veto("other", "2026-06-01");
        unknown["unitId"] = "nobody";
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/vetoes", unknown), 422, "unknown-unit");
    }

    private static async Task<HttpResponseMessage> SendAsync(App app, string key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/vetoes") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}

using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>The grounds that a rulebook lists by code, and what it counts, from the file to page and document.</summary>
public class GroundJourney
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_listing_names_grounds_of_the_rulebook_and_its_notice_cites_them()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");

        var listing = App.Listing("2026-03-30", new { months = 6 });
        listing["groundCodes"] = new[] { "bf-5", "bf-9" };
        var refused = await BadListingTests.ProblemAsync(await app.PostAsync("/api/listings", listing), 422, "unknown-ground");
        Assert.Equal(["groundCodes[1]"], refused.GetProperty("errors").EnumerateObject().Select(error => error.Name));

        listing["groundCodes"] = new[] { "tl28-4", "bf-5" };
        var preview = await ReadAsync(await app.PostAsync("/api/listings/preview", listing));
        Assert.Equal(["tl28-4", "bf-5"], CodesIn(preview));
        var listed = await ReadAsync(await app.PostAsync("/api/listings", listing));
        Assert.Equal(["tl28-4", "bf-5"], CodesIn(listed));
        Assert.Equal("浙江省社会治安综合治理条例第二十八条", listed.GetProperty("grounds")[0].GetProperty("source").GetString());

        var caseId = listed.GetProperty("caseId").GetString();
        Assert.Contains(
            "生产安全事故（浙江省社会治安综合治理条例第二十八条）。",
            await app.Http.GetStringAsync($"/api/cases/{caseId}/documents/listing-notice", Cancellation), StringComparison.Ordinal);
        var page = PageForm.Parse(await app.Http.GetStringAsync($"/board/cases/{caseId}", Cancellation));
        Assert.Contains("tl28-4 · 生产安全事故", page.Body!.TextContent, StringComparison.Ordinal);
        var entry = (await app.GetAsync($"/api/cases/{caseId}/events")).GetProperty("items")[0].GetProperty("data");
        Assert.Equal(["tl28-4", "bf-5"], entry.GetProperty("groundCodes").EnumerateArray().Select(code => code.GetString()));
    }

    [Fact]
    public async Task The_form_offers_the_grounds_of_its_measure_and_keeps_the_ticks()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var book = RealTextRulebooks.Bare("grounds-2026");
        book["grounds"] = new JsonArray(
            Ground("a-1", "措施不落实"), Ground("a-2", "发生重特大事件", "listing"));
        book["ladder"] = Ladder();
        await RealTextRulebooks.LoadAsync(app, book);
        await ReadAsync(await app.PostAsync("/api/rulebooks/grounds-2026/in-force", new { from = "2026-03-30", reason = "决定" }));
        using var officer = await app.OfficerAsync();

        var notice = await officer.GetAsync("/board/admonitions/new?unitId=yj-oubei");
        Assert.Equal(["a-1"], OfferedBy(notice));
        var listing = await officer.GetAsync("/board/listings/new?unitId=yj-oubei");
        Assert.Equal(["a-1", "a-2"], OfferedBy(listing));

        var form = Filled(PageForm.Of(listing)).With("groundCodes", "a-2", "a-1");
        var preview = await officer.PressAsync(form, "preview");
        Assert.Contains("a-2 · 发生重特大事件", PageForm.Parse(preview.Text).Body!.TextContent, StringComparison.Ordinal);
        var again = await officer.PressAsync(PageForm.Of(preview), "edit");
        Assert.Equal(["a-1", "a-2"], PageForm.Of(again).Pairs.Where(pair => pair.Key == "groundCodes").Select(pair => pair.Value));
    }

    [Fact]
    public async Task The_third_admonition_in_a_year_tells_the_officer_what_the_text_asks_for()
    {
        await using var app = await App.StartAsync("2026-03-02 09:30");
        var book = RealTextRulebooks.Bare("counts-2026");
        book["ladder"] = Ladder();
        book["triggers"] = new JsonArray(
            Trigger(["notice", "talk"], ("inAYear", 3), ("应当予以挂牌督办", "a supervised listing"), "第九条", "listing"),
            Trigger(["failedAssessment"], ("inARow", 2), ("约谈主要负责人", "a talk with the principal"), "第十条", "talk"));
        await RealTextRulebooks.LoadAsync(app, book);
        await ReadAsync(await app.PostAsync("/api/rulebooks/counts-2026/in-force", new { from = "2025-03-30", reason = "决定" }));

        var first = await ReadAsync(await app.PostAsync("/api/admonitions", Notice("2026-01-05")));
        await ReadAsync(await app.PostAsync("/api/admonitions", Notice("2026-02-05")));
        Assert.DoesNotContain("第九条", first.GetProperty("warnings").ToString(), StringComparison.Ordinal);
        // One that is void was never given.
        var revoked = Id(await ReadAsync(await app.PostAsync("/api/admonitions", Notice("2026-02-12"))));
        (await app.PostAsync(
            $"/api/cases/{revoked}/revocation",
            new { measure = "admonition", effect = "void", reason = "事实有误", decidedBy = "永嘉县平安办" })).EnsureSuccessStatusCode();

        var preview = await ReadAsync(await app.PostAsync("/api/admonitions/preview", Notice("2026-03-02")));
        Assert.Contains("number 3 in 2026", preview.GetProperty("warnings").ToString(), StringComparison.Ordinal);
        var third = await ReadAsync(await app.PostAsync("/api/admonitions", Notice("2026-03-02")));
        Assert.Contains("a supervised listing. (第九条)", third.GetProperty("warnings").ToString(), StringComparison.Ordinal);

        var count = Assert.Single((await app.CaseAsync(Id(third))).GetProperty("countsReached").EnumerateArray());
        Assert.Equal(("listing", "第九条"), (count.GetProperty("proposes").GetString(), count.GetProperty("source").GetString()));
        Assert.Equal(3, count.GetProperty("counted").GetArrayLength());
        Assert.Empty((await app.CaseAsync(Id(first))).GetProperty("countsReached").EnumerateArray().Skip(1));
        var page = await app.Http.GetStringAsync($"/board/cases/{Id(third)}", Cancellation);
        Assert.Contains("该单位2026年第3次通报、约谈", page, StringComparison.Ordinal);
        Assert.Contains("/board/listings/new?unitId=yj-oubei", page, StringComparison.Ordinal);

        // It bars nobody and opens nothing.
        Assert.Equal("clear", (await app.GetAsync("/api/eligibility?subject=unit:yj-oubei")).GetProperty("answer").GetString());
        Assert.Equal(4, (await app.GetAsync("/api/cases?unitId=yj-oubei")).GetProperty("items").GetArrayLength());

        await app.PutAsync("/api/assessments/yj-oubei/2024", Failed("2025-04-01"));
        var second = await ReadAsync(await app.Http.PutAsJsonAsync("/api/assessments/yj-oubei/2025", Failed("2026-02-02"), Cancellation));
        Assert.Contains("every year from 2024 to 2025", second.GetProperty("warnings").ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string?> OfferedBy(Browser.Answer page) => PageForm.Parse(page.Text)
        .QuerySelectorAll("input[type=checkbox][name=groundCodes]").Select(option => option.GetAttribute("value"));

    private static PageForm Filled(PageForm form) => form.With("ground", "unresolvedHotspot").With("facts", "问题突出")
        .With("goals", "整改到位").With("period.months", "6").With("legalBasis", "第一条").With("issuedBy", "永嘉县平安办");

    private static JsonObject Ground(string code, string words, params IReadOnlyList<string> leadsTo)
    {
        var ground = new JsonObject { ["code"] = code, ["chinese"] = words, ["english"] = words, ["source"] = "第九条" };
        if (leadsTo.Count > 0) ground["leadsTo"] = new JsonArray([.. leadsTo.Select(rung => (JsonNode)rung)]);
        return ground;
    }

    private static JsonObject Ladder()
    {
        return new JsonObject { ["notice"] = Rung(), ["talk"] = Rung(), ["skips"] = new JsonArray(), ["source"] = "第八条" };

        static JsonObject Rung() =>
            new() { ["period"] = new JsonObject { ["months"] = 6 }, ["daysBefore"] = new JsonArray(7), ["source"] = "第八条" };
    }

    private static JsonObject Trigger(
        IReadOnlyList<string> counts, (string Way, int Count) so, (string Chinese, string English) words, string source,
        string proposes) => new()
        {
            ["counts"] = new JsonArray([.. counts.Select(one => (JsonNode)one)]),
            ["chinese"] = words.Chinese,
            ["english"] = words.English,
            ["source"] = source,
            ["proposes"] = proposes,
            [so.Way] = so.Count,
        };

    private static Dictionary<string, object?> Notice(string issuedOn) => new()
    {
        ["unitId"] = "yj-oubei",
        ["rung"] = "notice",
        ["ground"] = "unresolvedHotspot",
        ["facts"] = "问题突出",
        ["goals"] = new[] { "整改到位" },
        ["issuedOn"] = issuedOn,
        ["legalBasis"] = "第九条",
        ["issuedBy"] = "永嘉县平安办",
    };

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancellation));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static string Id(JsonElement answer) => answer.GetProperty("caseId").GetString()!;

    private static IEnumerable<string?> CodesIn(JsonElement answer) =>
        answer.GetProperty("grounds").EnumerateArray().Select(ground => ground.GetProperty("code").GetString());

    private static object Failed(string decidedOn) => new { result = "failed", decidedOn };
}

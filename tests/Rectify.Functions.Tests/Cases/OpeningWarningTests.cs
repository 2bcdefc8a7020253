using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Cases;

/// <summary>What an officer is told of a case that breaks no rule, before and after it is opened.</summary>
public class OpeningWarningTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_listing_that_is_entered_twice_is_told_with_the_other()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        Assert.Empty(await WarningsAsync(app, "listings/preview", Listing("2026-03-30", null)));
        Assert.Empty(await WarningsAsync(app, "listings", Listing("2026-03-30", "永平安督〔2026〕3号")));

        foreach (var route in new[] { "listings/preview", "listings" })
        {
            var warning = Assert.Single(await WarningsAsync(app, route, Listing("2026-03-30", "永平安督〔2026〕4号")));
            Assert.Contains("the same day already: 永平安督〔2026〕3号", warning, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_second_listing_while_one_is_open_is_told_and_after_its_release_no_more()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-04-10 09:30");

        var warning = Assert.Single(await WarningsAsync(app, "listings/preview", Listing("2026-04-10", null)));
        Assert.Contains($"not closed: 永平安督〔2026〕3号, case {caseId}, rectifying", warning, StringComparison.Ordinal);
        await app.DoAsync(caseId, "submission", new { summary = "已整改" });
        await app.DoAsync(caseId, "inspection", new { result = "passed", remarks = "合格" });
        Assert.Empty(await WarningsAsync(app, "listings/preview", Listing("2026-04-10", null)));
        Assert.Single(await WarningsAsync(app, "listings/preview", Listing("2026-03-30", null)));
    }

    [Fact]
    public async Task A_second_veto_while_one_is_in_force_is_told_also_when_it_came_of_a_listing()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        object veto = new
        {
            unitId = "yj-oubei",
            ground = "graveHarm",
            accountabilityGround = "graveEvents",
            eventOn = "2026-03-28",
            decidedOn = "2026-03-30",
            facts = "重大事故",
            legalBasis = "第二十九条",
        };
        Assert.Empty(await WarningsAsync(app, "vetoes", veto));
        foreach (var route in new[] { "vetoes/preview", "vetoes" })
            Assert.Contains("not closed", Assert.Single(await WarningsAsync(app, route, veto)), StringComparison.Ordinal);

        await app.PutAsync(
            "/api/units/yj-qiaotou",
            new { name = "桥头镇", kind = "locality", level = "township", liaison = new { name = "郑", email = "l@qiaotou.example" } });
        await app.PutAsync("/api/officials/q-1", PostsJourney.Bare("外", "q1@x.example", "yj-qiaotou", "镇长", "principal", "2024-01-01"));
        var listing = Listing("2026-03-30", "永平安督〔2026〕9号");
        (listing["unitId"], listing["period"]) = ("yj-qiaotou", new { days = 5 });
        Assert.Empty(await WarningsAsync(app, "listings", listing));
        await app.AdvanceAsync("2026-04-20 09:30");
        object second = new { unitId = "yj-qiaotou", ground = "other", decidedOn = "2026-04-20", facts = "…", legalBasis = "第二十九条" };
        Assert.Contains("永平安督〔2026〕9号", Assert.Single(await WarningsAsync(app, "vetoes/preview", second)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rung_that_follows_another_is_no_second_one_but_a_second_notice_is()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        object Notice(string day) => new
        {
            unitId = "yj-oubei",
            rung = "notice",
            ground = "unresolvedHotspot",
            severity = "ordinary",
            facts = "…",
            goals = new[] { "…" },
            issuedOn = day,
            legalBasis = "第十三条",
            issuedBy = "平安办",
        };

        Assert.Empty(await WarningsAsync(app, "admonitions", Notice("2026-03-30")));
        Assert.Single(await WarningsAsync(app, "admonitions/preview", Notice("2026-03-30")));
        Assert.Empty(await WarningsAsync(app, "listings/preview", Listing("2026-03-30", null)));
    }

    [Fact]
    public async Task A_measure_against_a_dissolved_unit_names_its_successor()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        await app.PutAsync(
            "/api/units/yj-new",
            new { name = "新瓯北街道", kind = "locality", level = "township", liaison = new { name = "郑", email = "l@new.example" } });
        var liaison = new { name = "陈联络", email = "liaison@oubei.example" };
        await app.PutAsync(
            "/api/units/yj-oubei",
            new { name = "瓯北街道", kind = "locality", level = "township", liaison, successorUnitId = "yj-new" });

        foreach (var route in new[] { "listings/preview", "listings" })
        {
            var warning = Assert.Single(await WarningsAsync(app, route, Listing("2026-03-30", "永平安督〔2026〕3号")));
            Assert.Contains("yj-new (新瓯北街道)", warning, StringComparison.Ordinal);
        }

        await app.PutAsync("/api/assessments/yj-oubei/2024", new { result = "failed", decidedOn = "2025-02-10" });
        var answer = await app.Http.PutAsJsonAsync(
            "/api/assessments/yj-oubei/2025", new { result = "failed", decidedOn = "2026-02-09" }, Cancellation);
        var warnings = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("warnings");
        Assert.Contains("yj-new", warnings.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_boards_preview_says_so_in_the_readers_language()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        using var officer = await app.OfficerAsync();
        await app.ListAsync("2026-03-30", new { months = 6 });
        const string form = "/board/listings/new?unitId=yj-oubei";
        (string, string)[] filled =
        [
            ("ground", "other"), ("facts", "问题"), ("goals", "到位"), ("period.months", "6"), ("legalBasis", "第二十一条"),
            ("issuedBy", "平安办"),
        ];

        Assert.Contains("请核对是否重复登记", (await officer.PreviewAsync(form, filled)).Text, StringComparison.Ordinal);
        await officer.GetAsync("/board?lang=en");
        Assert.Contains("Is it entered twice?", (await officer.PreviewAsync(form, filled)).Text, StringComparison.Ordinal);
    }

    private static Dictionary<string, object?> Listing(string listedOn, string? number)
    {
        var listing = App.Listing(listedOn, new { months = 6 });
        listing["documentNumber"] = number;
        return listing;
    }

    private static async Task<IReadOnlyList<string>> WarningsAsync(App app, string route, object body)
    {
        var answer = await app.PostAsync($"/api/{route}", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        var warnings = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("warnings");
        return [.. warnings.EnumerateArray().Select(warning => warning.GetString()!)];
    }
}

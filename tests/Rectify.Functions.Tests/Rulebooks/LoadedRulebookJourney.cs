using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;
using Rectify.Office.Rulebooks;

namespace Rectify.Functions.Tests.Rulebooks;

/// <summary>An office loads a rulebook of its own and puts it in force, while cases run.</summary>
public class LoadedRulebookJourney
{
    private const string Id = "yongjia-2026";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Settings of where ledger and register are.</summary>
    protected virtual string[] Storage => [];

    [Fact]
    public async Task A_listing_before_the_day_follows_the_old_rulebook_and_one_after_it_the_new()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var loaded = await LoadAsync(app, Id, Text(Id));
        Assert.Equal(("loaded", "office"), (Text(loaded, "status"), Text(loaded, "origin")));
        Assert.Equal(0, loaded.GetProperty("inForce").GetArrayLength());
        var decided = await InForceAsync(app, Id, "2026-04-01");
        var period = Assert.Single(decided.GetProperty("rulebook").GetProperty("inForce").EnumerateArray());
        Assert.Equal(("2026-04-01", null, "officer:officer", "常委会决定"),
            (Text(period, "since"), Text(period, "until"), Text(period.GetProperty("decision"), "by"),
                Text(period.GetProperty("decision"), "reason")));

        var before = await ListAsync(app, "2026-03-31", "永平安督〔2026〕1号");
        await app.AdvanceAsync("2026-04-02 09:00");
        var after = await ListAsync(app, "2026-04-01", "永平安督〔2026〕2号");
        var late = await ListAsync(app, "2026-03-31", "永平安督〔2026〕4号");

        Assert.Equal(["zhejiang-2017-3", Id, "zhejiang-2017-3"],
            new[] { before, after, late }.Select(one => Text(one, "rulebookId")));
        Assert.Equal(["2026-09-30", "2026-08-01"], new[] { before, after }.Select(one => Text(one.GetProperty("sanctions")[0], "to")));
        Assert.Equal(Text(loaded, "hash"), Text(after, "rulebookHash"));
        Assert.Equal(["inForce", "template"],
            from item in await app.ItemsAsync("/api/rulebooks")
            where Text(item, "id") is Id or "zhejiang-2017-3"
            select Text(item, "status"));
    }

    [Fact]
    public async Task Running_cases_stay_byte_for_byte_what_they_are()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var listing = Text(await ListAsync(app, "2026-03-30", "永平安督〔2026〕1号"), "caseId")!;
        var veto = await app.PostAsync("/api/vetoes", new
        {
            unitId = "yj-oubei",
            ground = "other",
            decidedOn = "2026-03-30",
            facts = "事实",
            legalBasis = "第十七条",
        });
        var vetoed = Text(await veto.Content.ReadFromJsonAsync<JsonElement>(Cancellation), "caseId")!;
        string[] addresses =
        [
            .. new[] { listing, vetoed }.SelectMany(id => new[]
            {
                $"/api/cases/{id}", $"/api/cases/{id}/events", $"/api/cases/{id}/schedule",
            }),
            "/api/eligibility?subject=unit:yj-oubei&on=2026-12-01", "/api/eligibility?subject=official:o-1&on=2026-12-01",
        ];
        var before = await AllAsync(app, addresses);

        await LoadAsync(app, Id, Text(Id));
        var decided = await InForceAsync(app, Id, "2026-01-01");
        Assert.Equal(
            [("zhejiang-2017-3", 2)],
            from one in decided.GetProperty("untouchedCases").EnumerateArray()
            select (Text(one, "rulebookId"), one.GetProperty("count").GetInt32()));
        Assert.Equal(
            new[] { listing, vetoed }.Order(),
            decided.GetProperty("untouchedCases")[0].GetProperty("cases").EnumerateArray().Select(one => Text(one, "caseId")!).Order());
        Assert.Equal(before, await AllAsync(app, addresses));

        await app.RestartAtAsync("2026-03-30 09:30");
        Assert.Equal(before, await AllAsync(app, addresses));
    }

    [Fact]
    public async Task A_restart_keeps_editions_decisions_and_retirements()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var text = "// 本县\r\n" + Text(Id);
        await LoadAsync(app, Id, text);
        await LoadAsync(app, "yongjia-draft", Text("yongjia-draft"));
        await InForceAsync(app, Id, "2026-03-30");
        (await app.PostAsync("/api/rulebooks/yongjia-draft/retirement", new { reason = "草稿" })).EnsureSuccessStatusCode();
        var before = await AllAsync(app, ["/api/rulebooks", $"/api/rulebooks/{Id}", $"/api/rulebooks/{Id}/text"]);

        await app.RestartAtAsync("2026-03-31 09:30");

        Assert.Equal(before, await AllAsync(app, ["/api/rulebooks", $"/api/rulebooks/{Id}", $"/api/rulebooks/{Id}/text"]));
        Assert.Equal(text, await app.Http.GetStringAsync($"/api/rulebooks/{Id}/text", Cancellation));
        Assert.Equal(Id, Text(await ListAsync(app, "2026-03-31", "永平安督〔2026〕1号"), "rulebookId"));
    }

    // As another process does it, in the same store.
    [Fact]
    public async Task What_another_process_loads_and_puts_in_force_counts_from_the_next_request_on()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var store = app.Services.GetRequiredService<IRulebookStore>();
        var text = Text(Id);
        Assert.True(await store.TryAddAsync(
            new(1, Id, new RulebookAct.Load(text, Domain.Digest.Of(text)), "officer:李", app.Now), Cancellation));
        Assert.True(await store.TryAddAsync(
            new(2, Id, new RulebookAct.PutInForce(new(2026, 3, 30), "决定"), "officer:李", app.Now), Cancellation));

        Assert.Equal(Id, Text(await ListAsync(app, "2026-03-30", "永平安督〔2026〕1号"), "rulebookId"));
    }

    [Fact]
    public async Task An_edition_never_changes_and_the_same_text_is_loaded_once()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        await LoadAsync(app, Id, Text(Id));
        await LoadAsync(app, Id, Text(Id), HttpStatusCode.OK);
        foreach (var (id, text) in new[] { (Id, Text(Id) + " "), ("zhejiang-2017-3", Text("zhejiang-2017-3")) })
            await BadListingTests.ProblemAsync(await PutAsync(app, id, text), 409, "rulebook-taken");
        Assert.Equal(Text(Id), await app.Http.GetStringAsync($"/api/rulebooks/{Id}/text", Cancellation));
    }

    [Fact]
    public async Task A_broken_text_is_refused_with_every_place_and_a_trial_records_nothing()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var broken = Text("other").Replace("\"yellowDays\": 15", "\"yellowDays\": -1, \"weeks\": 2", StringComparison.Ordinal);
        var problem = await BadListingTests.ProblemAsync(await PutAsync(app, Id, broken), 422, "rulebook-refused");
        Assert.Equal(["weeks", "yellowDays"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
        problem = await BadListingTests.ProblemAsync(await PutAsync(app, Id, Text("other")), 422, "rulebook-refused");
        Assert.Equal("id", Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
        await BadListingTests.ProblemAsync(await PutAsync(app, "schema", Text("schema")), 422, "rulebook-refused");
        await BadListingTests.ProblemAsync(await PutAsync(app, Id, "{\u202E}"), 422, "rulebook-refused");

        var trial = await PutAsync(app, $"{Id}?dryRun=true", Text(Id));
        Assert.Equal(HttpStatusCode.OK, trial.StatusCode);
        var told = await trial.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.False(told.GetProperty("recorded").GetBoolean());
        Assert.Equal(["name", "validFrom", "listing.sanctionMonths", "choices", "replaces"],
            told.GetProperty("comparison").GetProperty("differences").EnumerateArray().Select(one => Text(one, "path")));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync($"/api/rulebooks/{Id}", Cancellation)).StatusCode);
    }

    [Theory]
    // boundary: 366 days back, and the days on which the edition is valid
    [InlineData("2025-03-28", 422, "rulebook-day")]
    [InlineData("2025-03-29", 200, "")]
    [InlineData("2027-12-31", 200, "")]
    [InlineData("2028-01-01", 422, "rulebook-day")]
    public async Task An_edition_is_put_in_force_from_a_day_within_its_limits_only(string from, int status, string type)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        await LoadAsync(app, Id, Text(Id).Replace("\"validTo\": null", "\"validTo\": \"2027-12-31\"", StringComparison.Ordinal));
        var answer = await app.PostAsync($"/api/rulebooks/{Id}/in-force", new { from, reason = "常委会决定" });

        if (status == 200) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        else await BadListingTests.ProblemAsync(answer, status, type);
    }

    [Fact]
    public async Task One_that_is_in_force_today_or_later_is_not_retired_and_a_retired_one_is_not_used()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        await LoadAsync(app, Id, Text(Id));
        await InForceAsync(app, Id, "2026-05-01");
        var retirement = new { reason = "改用新的" };
        foreach (var id in new[] { Id, "zhejiang-2017-3" })
            await BadListingTests.ProblemAsync(await app.PostAsync($"/api/rulebooks/{id}/retirement", retirement), 409, "rulebook-state");
        (await app.PostAsync("/api/rulebooks/henan-2016-2/retirement", retirement)).EnsureSuccessStatusCode();
        await BadListingTests.ProblemAsync(
            await app.PostAsync("/api/rulebooks/henan-2016-2/in-force", new { from = "2026-06-01", reason = "决定" }), 409,
            "rulebook-state");
        var listing = App.Listing("2026-03-30", new { months = 6 });
        listing["rulebookId"] = "henan-2016-2";
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/listings", listing), 422, "retired-rulebook");

        // From May on the other one is over, and may be retired; the day before still falls under it.
        await app.AdvanceAsync("2026-05-01 09:00");
        (await app.PostAsync("/api/rulebooks/zhejiang-2017-3/retirement", retirement)).EnsureSuccessStatusCode();
        Assert.Equal("zhejiang-2017-3", Text(await ListAsync(app, "2026-04-30", "永平安督〔2026〕1号"), "rulebookId"));
    }

    [Fact]
    public async Task A_loaded_edition_is_tried_in_a_preview_before_it_is_in_force()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        await LoadAsync(app, Id, Text(Id));
        var listing = App.Listing("2026-03-30", new { months = 6 });
        listing["rulebookId"] = Id;
        var preview = await (await app.PostAsync("/api/listings/preview", listing)).Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.Equal(Id, Text(preview, "rulebookId"));
        Assert.Equal("2026-07-30", Text(preview.GetProperty("sanctions")[0], "to"));
        Assert.Empty(await app.ItemsAsync("/api/cases"));
    }

    // The report and what is owed for a year follow the rulebook of its first day; the new one knows no yearly cycle.
    [Fact]
    public async Task What_is_owed_for_a_year_follows_the_rulebook_of_its_first_day()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        await LoadAsync(app, Id, RulebookCatalog.Shipped.TextOf(RulebookCatalog.Shipped.Find("henan-2016-2")!)
            .Replace("\"henan-2016-2\"", $"\"{Id}\"", StringComparison.Ordinal));
        await InForceAsync(app, Id, "2026-02-01");

        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/api/yearly-cycle/2026", Cancellation)).StatusCode);
        await BadListingTests.ProblemAsync(await app.Http.GetAsync("/api/yearly-cycle/2027", Cancellation), 422, "no-yearly-cycle");
    }

    private static string Text(string id) => RulebookCatalog.Shipped.TextOf(RulebookCatalog.Shipped.Find("zhejiang-2017-3")!)
        .Replace("\"id\": \"zhejiang-2017-3\"", $"\"id\": \"{id}\"", StringComparison.Ordinal)
        .Replace("  \"replaces\": \"zhejiang-2017-2\",\n", "", StringComparison.Ordinal)
        .Replace("\"name\": \"浙江省", "\"name\": \"永嘉县", StringComparison.Ordinal)
        .Replace("\"validFrom\": \"2018-01-01\"", "\"validFrom\": \"2020-01-01\"", StringComparison.Ordinal)
        .Replace("\"listing\": { \"sanctionMonths\": 6", "\"listing\": { \"sanctionMonths\": 4", StringComparison.Ordinal)
        .Replace("\"延长一次、", "\"本县选定：延长一次、", StringComparison.Ordinal);

    private static async Task<JsonElement> LoadAsync(App app, string id, string text, HttpStatusCode expected = HttpStatusCode.Created)
    {
        var answer = await PutAsync(app, id, text);
        Assert.True(answer.StatusCode == expected, await answer.Content.ReadAsStringAsync(Cancellation));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("rulebook");
    }

    // With comments it is no JSON for the contract of the tests.
    private static Task<HttpResponseMessage> PutAsync(App app, string id, string text) => app.Http.PutAsync(
        $"/api/rulebooks/{id}",
        new StringContent(text, Encoding.UTF8, text.StartsWith('/') ? "application/rulebook+json" : "application/json"), Cancellation);

    private static async Task<JsonElement> InForceAsync(App app, string id, string from)
    {
        var answer = await app.PostAsync($"/api/rulebooks/{id}/in-force", new { from, reason = "常委会决定" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static async Task<JsonElement> ListAsync(App app, string on, string number)
    {
        var listing = App.Listing(on, new { months = 6 });
        listing["documentNumber"] = number;
        var answer = await app.PostAsync("/api/listings", listing);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Cancellation));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static async Task<IReadOnlyList<string>> AllAsync(App app, IReadOnlyList<string> addresses)
    {
        List<string> answers = [];
        foreach (var address in addresses) answers.Add(await app.Http.GetStringAsync(address, Cancellation));
        return answers;
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}

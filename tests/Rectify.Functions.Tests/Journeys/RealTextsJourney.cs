using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>
/// The shipped rulebooks through HTTP against the dates and persons of their own texts: the regulation of Zhejiang of 2017, arts. 28 and
/// 29, and the implementing measures of Henan of 2016, arts. 33 to 37.
/// </summary>
public class RealTextsJourney
{
    private const string Henan = "henan-2016-2";

    // Art. 33: two months, and neither a plan nor a report.
    [Fact]
    public async Task A_notice_of_Henan_gives_two_months()
    {
        await using var app = await StartAsync("2026-01-12 09:30");
        var caseId = await OpenAsync(app, "/api/admonitions", Admonition("notice", "2026-01-12"));

        Assert.Equal(("2026-03-12", "2026-03-12"), DeadlineOf(await app.CaseAsync(caseId)));
        Assert.Empty(await DueAsync(app, caseId));
        await app.AdvanceAsync("2026-03-13 00:00");
        Assert.Equal("nextRungProposed", Text(await app.CaseAsync(caseId), "status"));
    }

    // Art. 34: three months, a plan in ten working days, a report every month; 12 April is a Sunday.
    [Fact]
    public async Task A_talk_of_Henan_gives_three_months_with_a_plan_and_a_report_every_month()
    {
        await using var app = await StartAsync("2026-03-12 09:30");
        var caseId = await OpenAsync(app, "/api/admonitions", Admonition("talk", "2026-03-12"));

        Assert.Equal(("2026-06-12", "2026-06-12"), DeadlineOf(await app.CaseAsync(caseId)));
        Assert.Equal(
            ["planReminder 2026-03-26", "reportReminder 2026-04-13", "reportReminder 2026-05-12", "reportReminder 2026-06-12"],
            await DueAsync(app, caseId));

        // After the period the unit may still apply: the talk is fulfilled, and nothing is proposed.
        await app.AdvanceAsync("2026-06-15 10:00");
        Assert.Equal("rectifying", Text(await app.CaseAsync(caseId), "status"));
        await app.DoAsync(caseId, "submission", new { summary = "书面申请验收" });
        await app.DoAsync(caseId, "inspection", new { result = "passed", remarks = "合格" });
        Assert.Equal("fulfilled", Text(await app.CaseAsync(caseId), "status"));
        var mails = app.Mails();
        Assert.False(mails.ContainsKey("next-rung-proposed"));
        Assert.True(mails.ContainsKey("plan-due"), string.Join(' ', mails.Keys));
        Assert.True(mails.ContainsKey("report-due"), string.Join(' ', mails.Keys));
    }

    // Art. 35: 15 August is a Saturday; 19 June is a holiday, so that the tenth working day after the receipt is 1 July.
    [Fact]
    public async Task A_listing_of_Henan_ends_with_the_inspection_that_the_unit_applies_for_after_the_period()
    {
        await using var app = await StartAsync("2026-06-16 09:30");
        var listed = await ListAsync(app);
        var caseId = Text(listed, "caseId")!;
        Assert.Equal(("2026-12-15", "2026-12-15"), DeadlineOf(listed));
        Assert.Equal(
            ["planReminder 2026-07-01", "reportReminder 2026-08-17", "reportReminder 2026-10-15", "reportReminder 2026-12-15"],
            await DueAsync(app, caseId));
        Assert.Equal("2026-12-29", Text(Assert.Single(
            await app.ItemsAsync($"/api/cases/{caseId}/schedule"), step => Text(step, "step") == "applicationEnd"), "day"));

        await app.AdvanceAsync("2026-12-16 10:00");
        var applied = await app.DoAsync(caseId, "submission", new { summary = "书面申请验收" });
        Assert.Equal("awaitingInspection", Text(applied, "status"));
        await app.AdvanceAsync("2027-01-08 10:00");
        var released = await app.DoAsync(caseId, "inspection", new { result = "passed", remarks = "合格" });

        Assert.Equal(("released", JsonValueKind.Null), (Text(released, "status"), released.GetProperty("veto").ValueKind));
        Assert.All(released.GetProperty("sanctions").EnumerateArray(), sanction => Assert.Equal(
            ("listing", "2026-06-15", "2027-01-08"), (Text(sanction, "measure"), Text(sanction, "from"), Text(sanction, "to"))));
        await app.AdvanceAsync("2027-01-11 10:00");
        Assert.Equal("closed", Text(await app.CaseAsync(caseId), "status"));
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2027, 1, 9)));
        Assert.False(app.Mails().ContainsKey("veto-proposed"));
    }

    // Barred as while listed until the days to apply are over; art. 37: the veto bars three roles, two of them the listing's.
    [Fact]
    public async Task A_listing_of_Henan_without_an_application_is_proposed_for_the_veto_of_its_own_roles()
    {
        await using var app = await StartAsync("2026-06-16 09:30");
        var caseId = Text(await ListAsync(app), "caseId")!;
        Assert.Equal("o-1 o-2 o-3 o-5", Ids(await app.CaseAsync(caseId), "officials"));

        await app.AdvanceAsync("2026-12-29 23:00");
        Assert.Equal(("rectifying", "red"), await StatusAsync(app, caseId));
        Assert.Equal("barred", await app.EligibilityAsync("official:o-5", new DateOnly(2026, 12, 29)));
        Assert.Equal([], (await app.ItemsAsync("/api/cases?light=yellow")).Select(one => Text(one, "caseId")));
        Assert.Equal([caseId], (await app.ItemsAsync("/api/cases?light=red")).Select(one => Text(one, "caseId")));
        await app.AdvanceAsync("2026-12-30 00:00");
        Assert.Equal(("vetoProposed", "red"), await StatusAsync(app, caseId));
        var proposed = (await app.CaseAsync(caseId)).GetProperty("proposedVeto");
        Assert.Equal(
            ("2026-12-30", "o-1 o-3", "o-6"),
            (Text(proposed, "proposedOn"), Ids(proposed, "officials"), Ids(proposed, "inOfficeNotBarred")));
        await BadListingTests.ProblemAsync(
            await app.PostAsync($"/api/cases/{caseId}/submission", new { summary = "书面申请验收" }), 409, "wrong-state");

        await app.AdvanceAsync("2027-01-04 10:00");
        object[] officials =
        [
            new { officialId = "o-1", role = "principal" }, new { officialId = "o-3", role = "inCharge" },
            new { officialId = "o-6", role = "directlyLiable" },
        ];
        await app.DoAsync(caseId, "correction", new { measure = "veto", officials, reason = "列明直接责任人", decidedBy = "县委" });
        var veto = (await app.DoAsync(caseId, "veto-decision", new { decision = "impose", remarks = "予以否决" })).GetProperty("veto");
        Assert.Equal(("2027-01-04", "2028-01-04", "o-1 o-3 o-6"), (Text(veto, "from"), Text(veto, "to"), Ids(veto, "officials")));
        var later = new DateOnly(2027, 6, 1);
        Assert.Equal(
            ("barred", "barred", "clear", "clear"),
            (await app.EligibilityAsync("official:o-1", later), await app.EligibilityAsync("official:o-6", later),
                await app.EligibilityAsync("official:o-2", later), await app.EligibilityAsync("official:o-5", later)));
    }

    // Arts. 28 and 29: half a year from the listing, a year from the end of the period; the officer names who is directly liable.
    [Fact]
    public async Task A_listing_of_Zhejiang_bars_the_directly_liable_person_whom_the_officer_names()
    {
        await using var app = await StartAsync("2026-03-30 09:30");
        var body = App.Listing("2026-03-30", new { months = 6 });
        body["officials"] = new[]
        {
            new { officialId = "o-1", role = "principal" }, new { officialId = "o-2", role = "supervising" },
            new { officialId = "o-3", role = "inCharge" }, new { officialId = "o-6", role = "directlyLiable" },
        };
        var listed = await PostAsync(app, "/api/listings", body);
        Assert.Equal(("zhejiang-2017-3", "永嘉县平安办"), (Text(listed, "rulebookId"), Text(listed, "issuedBy")));
        Assert.Equal(("2026-09-30", "2026-09-30"), DeadlineOf(listed));

        await app.AdvanceAsync("2026-10-01 00:00");
        var vetoed = await app.CaseAsync(Text(listed, "caseId")!);
        Assert.Equal(("vetoed", "red"), (Text(vetoed, "status"), Text(vetoed, "light")));
        Assert.Equal(
            [("listing", "2026-03-30", "2026-09-30", 5), ("veto", "2026-09-30", "2027-09-30", 5)],
            vetoed.GetProperty("sanctions").EnumerateArray()
                .CountBy(sanction => (Text(sanction, "measure"), Text(sanction, "from"), Text(sanction, "to")))
                .Select(one => (one.Key.Item1!, one.Key.Item2!, one.Key.Item3!, one.Value)));
        foreach (var subject in new[] { "unit:yj-oubei", "official:o-1", "official:o-6" })
        {
            Assert.Equal("clear", await app.EligibilityAsync(subject, new DateOnly(2026, 3, 29)));
            foreach (var day in new DateOnly[] { new(2026, 3, 30), new(2026, 9, 30), new(2026, 10, 1), new(2027, 9, 30) })
                Assert.Equal("barred", await app.EligibilityAsync(subject, day));
            Assert.Equal("clear", await app.EligibilityAsync(subject, new DateOnly(2027, 10, 1)));
        }
    }

    // The register has somebody directly liable, and the implementing measures name three roles.
    [Fact]
    public async Task A_listing_of_Zhejiang_takes_three_roles_from_the_register()
    {
        await using var app = await StartAsync("2026-03-30 09:30");
        var listed = await PostAsync(app, "/api/listings", App.Listing("2026-03-30", new { months = 6 }));

        Assert.Equal("o-1 o-2 o-3", Ids(listed, "officials"));
        Assert.DoesNotContain("o-6", listed.GetProperty("warnings").ToString(), StringComparison.Ordinal);

        var body = App.Listing("2026-03-30", new { months = 6 });
        body["documentNumber"] = "永平安督〔2026〕5号";
        body["officials"] = new[] { new { officialId = "o-5", role = "relatedLiable" } };
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/listings", body), 422, "role-not-sanctioned");
    }

    // Sunday 12 April moves to the 13th, and the sanction of half a year ends in between.
    [Fact]
    public async Task A_listing_of_Zhejiang_that_is_missed_bars_without_a_gap()
    {
        await using var app = await StartAsync("2026-01-12 09:30");
        var listed = await PostAsync(app, "/api/listings", App.Listing("2026-01-12", new { months = 3 }));
        Assert.Equal(("2026-04-12", "2026-04-13"), DeadlineOf(listed));

        await app.AdvanceAsync("2026-04-14 00:00");
        var sanctions = (await app.CaseAsync(Text(listed, "caseId")!)).GetProperty("sanctions").EnumerateArray()
            .Select(sanction => (Text(sanction, "measure"), Text(sanction, "from"), Text(sanction, "to"))).Distinct();
        Assert.Equal([("listing", "2026-01-12", "2026-07-12"), ("veto", "2026-04-13", "2027-04-13")], sanctions);
        var barred = await app.GetAsync("/api/eligibility?subject=official:o-2&on=2026-07-13");
        Assert.Equal(("barred", "2027-04-13"), (Text(barred, "answer"), Text(barred, "until")));
    }

    // Beside the three leaders somebody related liable and somebody directly liable.
    private static async Task<App> StartAsync(string localTime)
    {
        var app = await App.StartAsync(localTime);
        foreach (var (id, role) in new[] { ("o-5", "relatedLiable"), ("o-6", "directlyLiable") })
            await app.PutAsync(
                $"/api/officials/{id}", PostsJourney.Bare($"干部{id}", $"{id}@oubei.example", "yj-oubei", "职务", role, "2024-01-01"));
        return app;
    }

    private static Dictionary<string, object?> Admonition(string rung, string issuedOn) => new()
    {
        ["unitId"] = "yj-oubei",
        ["rung"] = rung,
        ["ground"] = "unresolvedHotspot",
        ["facts"] = "问题突出",
        ["goals"] = new[] { "整改到位" },
        ["issuedOn"] = issuedOn,
        ["legalBasis"] = "实施办法",
        ["issuedBy"] = "县综治委",
        ["rulebookId"] = Henan,
    };

    private static Task<JsonElement> ListAsync(App app)
    {
        var body = App.Listing("2026-06-15", new { months = 6 });
        body["receivedOn"] = "2026-06-16";
        body["rulebookId"] = Henan;
        return PostAsync(app, "/api/listings", body);
    }

    private static async Task<string> OpenAsync(App app, string route, object body) => Text(await PostAsync(app, route, body), "caseId")!;

    private static async Task<JsonElement> PostAsync(App app, string route, object body)
    {
        var response = await app.PostAsync(route, body);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.Created, answer.ToString());
        return answer;
    }

    // The last reminder of each plan and report goes out on the day on which it is due.
    private static async Task<IEnumerable<string>> DueAsync(App app, string caseId) =>
        from step in await app.ItemsAsync($"/api/cases/{caseId}/schedule")
        where Text(step, "step") is "planReminder" or "reportReminder" && step.GetProperty("days").GetInt32() == 0
        select $"{Text(step, "step")} {Text(step, "day")}";

    private static async Task<(string?, string?)> StatusAsync(App app, string caseId) =>
        await app.CaseAsync(caseId) is var one ? (Text(one, "status"), Text(one, "light")) : default;

    private static (string?, string?) DeadlineOf(JsonElement one) =>
        (Text(one.GetProperty("deadline"), "nominal"), Text(one.GetProperty("deadline"), "effective"));

    private static string Ids(JsonElement element, string member) =>
        string.Join(' ', element.GetProperty(member).EnumerateArray().Select(person => Text(person, "officialId")).Order());

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}

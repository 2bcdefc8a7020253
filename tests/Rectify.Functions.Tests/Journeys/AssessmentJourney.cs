using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Assessments;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Listings;
using Rectify.Office.Records;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>V3 through HTTP: two failed years, from the entry to the day after the last barred one.</summary>
public class AssessmentJourney
{
    private static readonly string[] Henan = ["--Office:Rulebook", "henan-2016-2"];

    /// <summary>Settings that choose where ledger, register and outbox lie.</summary>
    protected virtual string[] Storage => [];

    [Fact]
    public async Task The_second_failed_year_bars_unit_and_leaders_from_its_decision_for_a_year_to_the_day()
    {
        await using var app = await App.StartAsync("2026-02-10 09:30", Storage);
        var first =
            await PutAsync(app, 2024,
                new { result = "failed", decidedOn = "2025-02-03", documentNumber = "永考〔2025〕4号", remarks = "两项指标不达标" });
        Assert.Equal((HttpStatusCode.Created, 0, 0),
            (first.Status, first.View.GetProperty("vetoes").GetArrayLength(), first.View.GetProperty("warnings").GetArrayLength()));
        Assert.Empty(await app.ItemsAsync("/api/cases"));

        var second = await PutAsync(app, 2025, new { result = "failed", decidedOn = "2026-02-09" });
        var caseId = Text(second.View.GetProperty("vetoes")[0], "caseId")!;
        var opened = await app.CaseAsync(caseId);
        Assert.Equal(("veto", "vetoed", "twoYearAssessment"),
            (Text(opened, "kind"), Text(opened, "status"), Text(opened.GetProperty("veto"), "ground")));
        Assert.Equal(("2026-02-09", "2027-02-09"), (Text(opened.GetProperty("veto"), "from"), Text(opened.GetProperty("veto"), "to")));
        Assert.Equal(["o-1", "o-2", "o-3"],
            opened.GetProperty("officials").EnumerateArray().Select(official => Text(official, "officialId")));
        Assert.Contains("永考〔2025〕4号", Text(opened, "facts"));

        // The same again, as after a lost answer: nothing new.
        var again = await PutAsync(app, 2025, new { result = "failed" });
        Assert.Equal((HttpStatusCode.OK, 1), (again.Status, again.View.GetProperty("entries").GetArrayLength()));
        Assert.Single(await app.ItemsAsync("/api/cases"));

        foreach (var subject in new[] { "unit:yj-oubei", "official:o-1", "official:o-3" })
        {
            for (var day = new DateOnly(2026, 2, 1); day <= new DateOnly(2027, 2, 20); day = day.AddDays(1))
                Assert.Equal(day >= new DateOnly(2026, 2, 9) && day <= new DateOnly(2027, 2, 9) ? "barred" : "clear",
                    await app.EligibilityAsync(subject, day));
        }

        Assert.Equal("clear", await app.EligibilityAsync("official:o-4", new DateOnly(2026, 6, 1)));
        Assert.Equal("vetoed", await DecideAsync(app, caseId, "confirm"));
        await app.AdvanceAsync("2027-02-10 00:00");
        Assert.Equal("closed", Text(await app.CaseAsync(caseId), "status"));
        Assert.Equal(new Dictionary<string, int> { ["veto"] = 5, ["veto-confirmed"] = 5, ["sanction-ending"] = 5, ["sanction-over"] = 5 },
            app.Mails());
    }

    [Fact]
    public async Task Years_are_entered_in_any_order_and_a_row_of_three_is_two_grounds()
    {
        await using var app = await App.StartAsync("2026-02-10 09:30", Storage);
        await PutAsync(app, 2025, new { result = "failed", decidedOn = "2026-02-02" });
        await PutAsync(app, 2023, new { result = "failed", decidedOn = "2024-02-02" });
        Assert.Empty(await app.ItemsAsync("/api/cases"));

        // The middle one makes two rows at once; the older lies too far back to bar anybody.
        var middle = await PutAsync(app, 2024, new { result = "failed", decidedOn = "2025-02-03" });
        var veto = Assert.Single(middle.View.GetProperty("vetoes").EnumerateArray());
        Assert.Equal((2024, 2025), (veto.GetProperty("firstYear").GetInt32(), veto.GetProperty("secondYear").GetInt32()));
        Assert.Contains("2023 and 2024", Assert.Single(middle.View.GetProperty("warnings").EnumerateArray()).GetString());
        Assert.Equal("2026-02-02", Text((await app.CaseAsync(Text(veto, "caseId")!)).GetProperty("veto"), "from"));
        Assert.Equal([2023, 2024, 2025],
            (await app.ItemsAsync("/api/assessments/yj-oubei")).Select(item => item.GetProperty("year").GetInt32()));
    }

    [Fact]
    public async Task A_corrected_result_makes_the_veto_void_from_its_start_and_a_further_one_opens_another()
    {
        await using var app = await App.StartAsync("2026-02-10 09:30", Storage);
        await PutAsync(app, 2024, new { result = "failed", decidedOn = "2025-02-03" });
        await PutAsync(app, 2025, new { result = "failed", decidedOn = "2026-02-09" });
        await app.AdvanceAsync("2026-03-02 10:00");

        var corrected = await PutAsync(app, 2024, new { result = "passed", decidedOn = "2025-02-03", reason = "复核得分有误" });
        Assert.Equal((HttpStatusCode.OK, "revoked"), (corrected.Status, Text(corrected.View.GetProperty("vetoes")[0], "status")));
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 2, 20)));
        var events = await app.ItemsAsync($"/api/cases/{Text(corrected.View.GetProperty("vetoes")[0], "caseId")}/events");
        Assert.Contains("复核得分有误", Text(events.Single(e => Text(e, "type") == "measureRevoked").GetProperty("data"), "reason"));
        Assert.Equal(["failed", "passed"], corrected.View.GetProperty("entries").EnumerateArray().Select(entry => Text(entry, "result")));

        var failedAfterAll = await PutAsync(app, 2024, new { result = "failed", decidedOn = "2026-03-02", reason = "复议维持" });
        Assert.Equal(["revoked", "vetoed"],
            failedAfterAll.View.GetProperty("vetoes").EnumerateArray().Select(veto => Text(veto, "status")));
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 3, 1)));
        Assert.Equal("barred", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 3, 2)));
        await app.SettleAsync();
        Assert.Equal((10, 5), (app.Mails()["veto"], app.Mails()["revocation"]));
    }

    [Fact]
    public async Task Where_the_committee_decides_the_answer_is_pending_and_its_decision_is_not_undone_by_an_entry()
    {
        await using var app = await App.StartAsync("2026-02-10 09:30", [.. Storage, .. Henan]);
        await PutAsync(app, 2024, new { result = "failed", decidedOn = "2025-02-03" });
        var second = await PutAsync(app, 2025, new { result = "failed", decidedOn = "2026-02-09" });
        var caseId = Text(second.View.GetProperty("vetoes")[0], "caseId")!;
        Assert.Equal("vetoProposed", Text(await app.CaseAsync(caseId), "status"));
        Assert.Equal(("clear", "pending"),
            (await app.EligibilityAsync("unit:yj-oubei", new DateOnly(2026, 2, 8)),
                await app.EligibilityAsync("official:o-3", new DateOnly(2026, 2, 9))));

        await app.AdvanceAsync("2026-03-02 10:00");
        Assert.Equal("vetoed", await DecideAsync(app, caseId, "impose"));
        Assert.Equal(("clear", "barred"),
            (await app.EligibilityAsync("official:o-3", new DateOnly(2026, 3, 1)),
                await app.EligibilityAsync("official:o-3", new DateOnly(2026, 3, 2))));

        var corrected = await PutAsync(app, 2025, new { result = "passed", decidedOn = "2026-02-09", reason = "复核得分有误" });
        var veto = Assert.Single(corrected.View.GetProperty("vetoes").EnumerateArray());
        Assert.Equal(("vetoed", true), (Text(veto, "status"), veto.GetProperty("needsReview").GetBoolean()));
        Assert.Equal("barred", await app.EligibilityAsync("official:o-3", new DateOnly(2026, 3, 2)));
        await app.DoAsync(caseId, "revocation",
            new { measure = "veto", effect = "void", reason = "考核结果更正", decidedBy = "县委政法委" });
        Assert.Equal("clear", await app.EligibilityAsync("official:o-3", new DateOnly(2026, 3, 2)));
        await app.SettleAsync();
        // The supervising leader is not among those whom this veto bars.
        Assert.Equal((4, 4), (app.Mails()["veto-proposed"], app.Mails()["veto-basis-lost"]));
    }

    [Fact]
    public async Task A_veto_by_hand_rests_on_the_book_and_never_stands_beside_the_books_own()
    {
        await using var app = await App.StartAsync("2026-02-10 09:30", [.. Storage, .. Henan]);
        Dictionary<string, object?> veto = new()
        {
            ["unitId"] = "yj-oubei",
            ["ground"] = "twoYearAssessment",
            ["decidedOn"] = "2026-02-10",
            ["facts"] = "连续两年不合格",
            ["legalBasis"] = "实施办法第二十六条",
        };
        await PutAsync(app, 2024, new { result = "failed", decidedOn = "2025-02-03", documentNumber = "永考〔2025〕4号" });
        foreach (var route in new[] { "/api/vetoes", "/api/vetoes/preview" })
            await BadListingTests.ProblemAsync(await app.PostAsync(route, veto), 422, "no-two-failed-years");

        var second = await PutAsync(app, 2025, new { result = "failed", decidedOn = "2026-02-09" });
        var own = Text(second.View.GetProperty("vetoes")[0], "caseId")!;
        var years = (await app.CaseAsync(own)).GetProperty("failedYears");
        Assert.Equal(["2024 2025-02-03 永考〔2025〕4号", "2025 2026-02-09 "],
            years.EnumerateArray().Select(year => $"{year.GetProperty("year")} {Text(year, "decidedOn")} {Text(year, "documentNumber")}"));
        var refused = await app.PostAsync("/api/vetoes", veto);
        await BadListingTests.ProblemAsync(refused, 409, "veto-for-years-stands");
        Assert.Contains(own, await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        // The committee declines, and decides otherwise later: one case, however many ask at once.
        await DecideAsync(app, own, "decline");
        await app.AdvanceAsync("2026-03-02 10:00");
        Assert.Equal("closed", Text(await app.CaseAsync(own), "status"));
        veto["decidedOn"] = "2026-02-08";
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/vetoes", veto), 422, "date-out-of-range");
        veto["decidedOn"] = "2026-03-02";
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => app.PostAsync("/api/vetoes", veto)));
        var imposed = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.All(answers.Except([imposed]), answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        var byHand = await imposed.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(("vetoed", years.ToString()), (Text(byHand, "status"), byHand.GetProperty("failedYears").ToString()));
        Assert.Equal(2, (await app.ItemsAsync("/api/cases")).Count);

        using var officer = await app.OfficerAsync();
        var page =
            PageForm.Parse((await officer.GetAsync($"/board/cases/{Text(byHand, "caseId")}")).Text).QuerySelector("main")!.TextContent;
        Assert.Contains("2024年度，2025年2月3日评定（永考〔2025〕4号）", page, StringComparison.Ordinal);
        Assert.Contains("2025年度，2026年2月9日评定", page, StringComparison.Ordinal);

        // It goes with its basis as the book's own does: people have decided, so people decide again.
        var corrected = await PutAsync(app, 2024, new { result = "passed", decidedOn = "2025-02-03", reason = "复核得分有误" });
        Assert.Equal(["closed False", "vetoed True"],
            corrected.View.GetProperty("vetoes").EnumerateArray().Select(one => $"{Text(one, "status")} {one.GetProperty("needsReview")}"));
    }

    // As a kill leaves it between the entry and what follows from it.
    [Fact]
    public async Task What_a_break_left_undone_is_done_within_the_hour_and_once()
    {
        await using var app = await App.StartAsync("2026-02-10 09:30", Storage);
        await PutAsync(app, 2024, new { result = "failed", decidedOn = "2025-02-03" });
        var assessmentStore = app.Services.GetRequiredService<IAssessmentStore>();
        await assessmentStore.TryAddAsync(
            new AssessmentEntry(new("yj-oubei"), 2, 2025, AssessmentResult.Failed, new(2026, 2, 9), null, null, null, "officer:officer",
                app.Now), TestContext.Current.CancellationToken);
        Assert.Empty(await app.ItemsAsync("/api/cases"));

        await app.AdvanceAsync("2026-02-10 10:18");
        var opened = Assert.Single(await app.ItemsAsync("/api/cases"));
        var again = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PutAsync(app, 2025, new { result = "failed" })));
        Assert.All(again,
            answer =>
                Assert.Equal(Text(opened, "caseId"), Text(Assert.Single(answer.View.GetProperty("vetoes").EnumerateArray()), "caseId")));
        Assert.Equal(5, app.Mails()["veto"]);

        await assessmentStore.TryAddAsync(
            new AssessmentEntry(new("yj-oubei"), 3, 2025, AssessmentResult.Passed, new(2026, 2, 10), null, null, "笔误", "officer:officer",
                app.Now), TestContext.Current.CancellationToken);
        await app.RestartAtAsync("2026-02-10 10:20");
        await app.SettleAsync();
        Assert.Equal("revoked", Text(await app.CaseAsync(Text(opened, "caseId")!), "status"));
    }

    [Fact]
    public async Task Entries_of_several_officers_at_once_open_one_case()
    {
        await using var app = await App.StartAsync("2026-02-10 09:30", Storage);
        var answers = await Task.WhenAll(
            from round in Enumerable.Range(0, 4)
            from year in new[] { 2024, 2025 }
            select PutAsync(app, year, new { result = "failed", decidedOn = "2026-02-09" }));

        Assert.Equal(2, answers.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.Single(await app.ItemsAsync("/api/cases"));
        Assert.Equal(2, (await app.ItemsAsync("/api/assessments/yj-oubei")).Sum(item => item.GetProperty("entries").GetArrayLength()));
    }

    [Fact]
    public async Task A_unit_whose_leaders_are_not_in_the_register_is_barred_alone_and_the_office_is_told_so()
    {
        await using var app = await App.StartAsync("2026-02-10 09:30", Storage);
        await app.PutAsync("/api/units/yj-empty",
            new { name = "空缺街道", kind = "locality", level = "township", liaison = new { name = "陈", email = "l@empty.example" } });
        await PutAsync(app, 2024, new { result = "failed", decidedOn = "2025-02-03" }, "yj-empty");
        var second = await PutAsync(app, 2025, new { result = "failed", decidedOn = "2026-02-09" }, "yj-empty");

        Assert.Contains("correction", Assert.Single(second.View.GetProperty("warnings").EnumerateArray()).GetString());
        Assert.Equal("barred", await app.EligibilityAsync("unit:yj-empty", new DateOnly(2026, 2, 9)));
    }

    [Fact]
    public async Task What_breaks_a_rule_is_refused_with_the_member_at_fault_and_records_nothing()
    {
        await using var app = await App.StartAsync("2026-02-10 09:30", [.. Storage, .. Key("reader")]);
        await RefusedAsync(app, 2027, new { result = "failed" }, 422, "assessment-year");
        await RefusedAsync(app, 1999, new { result = "failed" }, 422, "assessment-year");
        await RefusedAsync(app, 2025, new { result = "failed", decidedOn = "2026-02-11" }, 422, "date-out-of-range");
        await RefusedAsync(app, 2025, new { result = "failed", decidedOn = "2024-12-31" }, 422, "date-out-of-range");
        await RefusedAsync(app, 2025, new { result = "failed", reason = "x" }, 422, "nothing-to-correct");
        await RefusedAsync(app, 2025, new { result = "failed", remarks = " " }, 422, "text-length");
        await RefusedAsync(app, 2025, new { result = "excellent" }, 400, "malformed");
        await BadListingTests.ProblemAsync(
            await app.Http.PutAsJsonAsync("/api/assessments/nobody/2025", new { result = "failed" }, TestContext.Current.CancellationToken),
            404, "not-found");
        await BadListingTests.ProblemAsync(
            await app.Http.PutAsJsonAsync("/api/assessments/yj-oubei/last", new { result = "failed" },
                TestContext.Current.CancellationToken), 422, "assessment-year");
        Assert.Equal(HttpStatusCode.NotFound,
            (await app.Http.GetAsync("/api/assessments/yj-oubei/2025", TestContext.Current.CancellationToken)).StatusCode);

        await PutAsync(app, 2025, new { result = "failed", decidedOn = "2026-02-09", documentNumber = "永考〔2026〕5号" });
        await RefusedAsync(app, 2025, new { result = "passed", reason = "复核" }, 422, "decided-on-needed");
        await RefusedAsync(app, 2025, new { result = "passed", decidedOn = "2026-02-09" }, 422, "reason-needed");
        await RefusedAsync(app, 2025, new { result = "failed", decidedOn = "2026-02-08" }, 422, "reason-needed");
        Assert.Equal(1, (await app.GetAsync("/api/assessments/yj-oubei/2025")).GetProperty("entries").GetArrayLength());

        app.WithoutKey.DefaultRequestHeaders.Add("x-functions-key", "reader-key-of-the-tests");
        Assert.Equal(HttpStatusCode.Forbidden,
            (await app.WithoutKey.PutAsJsonAsync("/api/assessments/yj-oubei/2025", new { result = "passed" },
                TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("failed", Text(await app.GetAsync("/api/assessments/yj-oubei/2025", "reader-key-of-the-tests"), "result"));
    }

    private static async Task<(HttpStatusCode Status, JsonElement View)> PutAsync(App app, int year, object body, string unit = "yj-oubei")
    {
        var response = await app.Http.PutAsJsonAsync($"/api/assessments/{unit}/{year}", body, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    private static async Task RefusedAsync(App app, int year, object body, int status, string problem) =>
        await BadListingTests.ProblemAsync(
            await app.Http.PutAsJsonAsync($"/api/assessments/yj-oubei/{year}", body, TestContext.Current.CancellationToken), status,
            problem);

    private static async Task<string?> DecideAsync(App app, string caseId, string decision) =>
        Text(await app.DoAsync(caseId, "veto-decision", new { decision, remarks = "常委会决定" }), "status");

    private static string[] Key(string role) =>
        ["--Access:Keys:0:Name", role, "--Access:Keys:0:Role", role, "--Access:Keys:0:Key", $"{role}-key-of-the-tests"];

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}

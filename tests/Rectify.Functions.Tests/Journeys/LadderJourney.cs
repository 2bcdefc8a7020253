using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Tests.Listings;
using Rectify.Office.Admonitions;
using Rectify.Office.Openings;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>S16 through HTTP: from the notice to the veto, rung by rung, and every way off the ladder.</summary>
public class LadderJourney
{
    /// <summary>Settings that choose where ledger, register and outbox lie.</summary>
    protected virtual string[] Storage => [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Dictionary<string, object?> Admonition(string rung, string issuedOn, string? precededBy = null) => new()
    {
        ["unitId"] = "yj-oubei",
        ["rung"] = rung,
        ["ground"] = "unresolvedHotspot",
        ["facts"] = "问题突出",
        ["goals"] = new[] { "整改到位" },
        ["issuedOn"] = issuedOn,
        ["legalBasis"] = "实施办法第十三条",
        ["issuedBy"] = "永嘉县平安办",
        ["precededBy"] = precededBy,
    };

    // A month to Thursday 12 February, two from the 24th to Friday 24 April, three from the 27th to Monday 27 July; each is missed.
    [Fact]
    public async Task A_unit_that_does_nothing_climbs_from_the_notice_to_the_veto_and_is_barred_by_the_upper_two_alone()
    {
        await using var app = await App.StartAsync("2026-01-12 09:30", Storage);
        var notice = await OpenAsync(app, "/api/admonitions", Admonition("notice", "2026-01-12"));
        var opened = await app.CaseAsync(notice);
        Assert.Equal(
            ("notice", "notice", "rectifying", "2026-01-12", "2026-02-12"),
            (Text(opened, "kind"), Text(opened, "rung"), Text(opened, "status"), Text(opened, "issuedOn"),
                Text(opened.GetProperty("deadline"), "effective")));
        Assert.Equal(JsonValueKind.Null, opened.GetProperty("listedOn").ValueKind);
        Assert.Empty(opened.GetProperty("sanctions").EnumerateArray());

        await app.AdvanceAsync("2026-02-13 08:00");
        var missed = await app.CaseAsync(notice);
        Assert.Equal(("nextRungProposed", "red"), (Text(missed, "status"), Text(missed, "light")));
        Assert.Equal(("talk", "2026-02-13"),
            (Text(missed.GetProperty("proposedRung"), "rung"), Text(missed.GetProperty("proposedRung"), "proposedOn")));
        Assert.Equal(new Dictionary<string, int> { ["admonition-notice"] = 5, ["reminder"] = 17, ["next-rung-proposed"] = 1 }, app.Mails());

        await app.AdvanceAsync("2026-02-24 09:30");
        Assert.Equal(2, app.Mails()["next-rung-outstanding"]);
        var talk = await OpenAsync(app, "/api/admonitions", Admonition("talk", "2026-02-24", notice));
        var before = await app.CaseAsync(notice);
        Assert.Equal(("escalated", talk, "talk"),
            (Text(before, "status"), Text(before.GetProperty("followedBy"), "caseId"), Text(before.GetProperty("followedBy"), "rung")));
        Assert.Equal((notice, "2026-04-24"),
            (Text(await app.CaseAsync(talk), "precededBy"), Text((await app.CaseAsync(talk)).GetProperty("deadline"), "effective")));

        await app.AdvanceAsync("2026-04-27 09:30");
        Assert.Equal("closed", Text(await app.CaseAsync(notice), "status"));
        Assert.Equal("listing", Text((await app.CaseAsync(talk)).GetProperty("proposedRung"), "rung"));
        for (var day = new DateOnly(2026, 1, 1); day < new DateOnly(2027, 1, 1); day = day.AddDays(30))
            foreach (var subject in new[] { "unit:yj-oubei", "official:o-1" })
                Assert.Equal("clear", await app.EligibilityAsync(subject, day));

        var listingBody = App.Listing("2026-04-27", new { months = 3 });
        listingBody["precededBy"] = talk;
        var listing = await OpenAsync(app, "/api/listings", listingBody);
        Assert.Equal(("escalated", talk), (Text(await app.CaseAsync(talk), "status"), Text(await app.CaseAsync(listing), "precededBy")));
        Assert.Equal(("clear", "barred"),
            (await app.EligibilityAsync("official:o-1", new(2026, 4, 26)), await app.EligibilityAsync("official:o-1", new(2026, 4, 27))));

        await app.AdvanceAsync("2026-07-28 00:00");
        var vetoed = await app.CaseAsync(listing);
        Assert.Equal(("vetoed", "2026-07-27", "2027-07-27"),
            (Text(vetoed, "status"), Text(vetoed.GetProperty("veto"), "from"), Text(vetoed.GetProperty("veto"), "to")));
        Assert.Equal(["notice", "talk", "listing"], (await app.ItemsAsync("/api/cases")).Select(one => Text(one, "rung")));
        Assert.Equal([talk], (await app.ItemsAsync("/api/cases?rung=talk")).Select(one => Text(one, "caseId")));
        Assert.Equal([listing], (await app.ItemsAsync("/api/cases?rung=listing")).Select(one => Text(one, "caseId")));

        await app.AdvanceAsync("2027-07-28 09:00");
        Assert.All(await app.ItemsAsync("/api/cases"), one => Assert.Equal("closed", Text(one, "status")));
    }

    [Fact]
    public async Task A_rung_whose_goal_is_reached_ends_there_and_time_alone_escalates_nothing_that_was_submitted()
    {
        await using var app = await App.StartAsync("2026-01-12 09:30", Storage);
        var notice = await OpenAsync(app, "/api/admonitions", Admonition("notice", "2026-01-12"));
        await app.AdvanceAsync("2026-02-12 23:00");
        await app.DoAsync(notice, "submission", new { summary = "已整改" });
        await app.AdvanceAsync("2026-06-01 09:00");
        Assert.Equal("awaitingInspection", Text(await app.CaseAsync(notice), "status"));
        Assert.False(app.Mails().ContainsKey("next-rung-proposed"));

        await BadListingTests.ProblemAsync(
            await app.PostAsync($"/api/cases/{notice}/inspection",
                new { result = "passed", remarks = "达标", documentNumber = "永平安督〔2026〕9号" }), 422, "not-a-release");
        var passed = await app.DoAsync(notice, "inspection", new { result = "passed", remarks = "达标" });
        Assert.Equal(("fulfilled", JsonValueKind.Null), (Text(passed, "status"), passed.GetProperty("release").ValueKind));
        await app.AdvanceAsync("2026-06-02 00:00");
        Assert.Equal("closed", Text(await app.CaseAsync(notice), "status"));
        Assert.Equal(5, app.Mails()["rung-fulfilled"]);

        // No number was given out for it: the next document has the next one (S14).
        Assert.Equal("平安督〔2026〕2号",
            Text(await app.CaseAsync(await OpenAsync(app, "/api/admonitions", Admonition("talk", "2026-06-01"))), "documentNumber"));
    }

    [Fact]
    public async Task A_severity_passes_rungs_over_and_need_not_wait_for_the_period()
    {
        await using var app = await App.StartAsync("2026-01-12 09:30", Storage);
        var notice = await OpenAsync(app, "/api/admonitions", Admonition("notice", "2026-01-12"));
        await app.AdvanceAsync("2026-01-20 10:00");
        var listing = App.Listing("2026-01-20", new { months = 3 });
        listing["precededBy"] = notice;
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/listings", listing), 409, "still-running");
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/listings/preview", listing), 409, "still-running");
        Assert.Equal("rectifying", Text(await app.CaseAsync(notice), "status"));

        listing["severity"] = "especiallyGrave";
        var listed = await OpenAsync(app, "/api/listings", listing);
        await app.AdvanceAsync("2026-03-01 10:00");
        Assert.Equal(("closed", listed),
            (Text(await app.CaseAsync(notice), "status"), Text((await app.CaseAsync(notice)).GetProperty("followedBy"), "caseId")));
        Assert.False(app.Mails().ContainsKey("next-rung-proposed"));

        // What is especially grave from the start is proposed for the listing when its notice is missed.
        var grave = Admonition("notice", "2026-03-01");
        grave["severity"] = "especiallyGrave";
        var other = await OpenAsync(app, "/api/admonitions", grave);
        await app.AdvanceAsync("2026-04-02 10:00");
        Assert.Equal("listing", Text((await app.CaseAsync(other)).GetProperty("proposedRung"), "rung"));

        var veto = new
        {
            unitId = "yj-oubei",
            ground = "graveHarm",
            eventOn = "2026-04-01",
            decidedOn = "2026-04-02",
            facts = "重大事件",
            legalBasis = "第二十六条",
            precededBy = other,
        };
        var vetoed = await OpenAsync(app, "/api/vetoes", veto);
        Assert.Equal(("escalated", "veto", other),
            (Text(await app.CaseAsync(other), "status"), Text((await app.CaseAsync(other)).GetProperty("followedBy"), "rung"),
                Text(await app.CaseAsync(vetoed), "precededBy")));
    }

    [Fact]
    public async Task The_office_declines_with_a_reason_and_nothing_follows_then()
    {
        await using var app = await App.StartAsync("2026-01-12 09:30", Storage);
        var notice = await OpenAsync(app, "/api/admonitions", Admonition("notice", "2026-01-12"));
        var decision = new { decision = "decline", reason = "问题已基本解决", decidedBy = "永嘉县平安办" };
        await BadListingTests.ProblemAsync(await app.PostAsync($"/api/cases/{notice}/next-rung", decision), 409, "wrong-state");

        await app.AdvanceAsync("2026-02-13 10:00");
        await BadListingTests.ProblemAsync(
            await app.PostAsync($"/api/cases/{notice}/next-rung", new { decision = "decline", reason = " ", decidedBy = "平安办" }), 422,
            "text-length");
        await BadListingTests.ProblemAsync(
            await app.PostAsync($"/api/cases/{notice}/next-rung",
                new { decision = "decline", reason = "x", decidedBy = "平安办", decidedOn = "2026-02-12" }), 422, "date-out-of-range");
        Assert.Equal("nextRungDeclined", Text(await app.DoAsync(notice, "next-rung", decision), "status"));
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/admonitions", Admonition("talk", "2026-02-13", notice)), 409,
            "nothing-to-follow");

        await app.AdvanceAsync("2026-02-14 10:00");
        Assert.Equal("closed", Text(await app.CaseAsync(notice), "status"));
        Assert.Equal((1, 5), (app.Mails()["next-rung-proposed"], app.Mails()["next-rung-declined"]));
    }

    [Fact]
    public async Task A_report_on_paper_a_failed_inspection_and_a_revocation_do_what_they_do_to_a_listing()
    {
        await using var app = await App.StartAsync("2026-01-12 09:30", Storage);
        var notice = await OpenAsync(app, "/api/admonitions", Admonition("notice", "2026-01-12"));
        await app.AdvanceAsync("2026-02-13 10:00");
        Assert.Equal("awaitingInspection",
            Text(await app.DoAsync(notice, "submission", new { submittedOn = "2026-02-12", summary = "2月12日收文" }), "status"));
        var continued =
            await app.DoAsync(notice, "inspection",
                new { result = "failed", remarks = "未达标", ifFailedLate = "continue", newDueOn = "2026-03-31" });
        Assert.Equal(("rectifying", "2026-03-31"), (Text(continued, "status"), Text(continued.GetProperty("deadline"), "effective")));
        await app.DoAsync(notice, "submission", new { summary = "再次申请" });
        await app.AdvanceAsync("2026-04-02 10:00");
        Assert.Equal("nextRungProposed",
            Text(await app.DoAsync(notice, "inspection", new { result = "failed", remarks = "仍未达标" }), "status"));

        var talk = await OpenAsync(app, "/api/admonitions", Admonition("talk", "2026-04-02", notice));
        await BadListingTests.ProblemAsync(
            await app.PostAsync($"/api/cases/{talk}/revocation",
                new { measure = "listing", effect = "void", reason = "误", decidedBy = "平安办" }), 409, "nothing-to-revoke");
        Assert.Equal("revoked",
            Text(
                await app.DoAsync(talk, "revocation", new { measure = "admonition", effect = "void", reason = "误", decidedBy = "平安办" }),
                "status"));
        Assert.Equal("escalated", Text(await app.CaseAsync(notice), "status"));
        await app.AdvanceAsync("2026-07-01 10:00");
        Assert.Equal("revoked", Text(await app.CaseAsync(talk), "status"));
    }

    [Fact]
    public async Task However_many_open_the_next_rung_at_once_one_case_follows_and_a_repeated_request_gets_its_answer()
    {
        await using var app = await App.StartAsync("2026-01-12 09:30", Storage);
        var notice = await OpenAsync(app, "/api/admonitions", Admonition("notice", "2026-01-12"));
        await app.AdvanceAsync("2026-02-13 10:00");
        var answers =
            await Task.WhenAll(
                Enumerable.Range(0, 8).Select(number => SendAsync(app, $"key-{number % 2}", Admonition("talk", "2026-02-13", notice))));

        var created = answers.Where(answer => answer.StatusCode == HttpStatusCode.Created).ToList();
        Assert.Equal(4, created.Count);
        Assert.Single(created.Select(answer => answer.Headers.Location).Distinct());
        foreach (var answer in answers.Except(created)) Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(2, (await app.ItemsAsync("/api/cases")).Count);
    }

    // As a kill leaves it between the entry that opens a case and the link in the one before.
    [Fact]
    public async Task A_link_that_a_break_left_out_is_made_up_for_within_the_hour_also_after_a_restart()
    {
        await using var app = await App.StartAsync("2026-01-12 09:30", Storage);
        var notice = await OpenAsync(app, "/api/admonitions", Admonition("notice", "2026-01-12"));
        await app.AdvanceAsync("2026-02-13 10:10");
        var body = new AdmonitionBody(
            new UnitId("yj-oubei"), LowerRung.Talk, AccountabilityGround.UnresolvedHotspot, "问题突出", new(2026, 2, 13), ["整改到位"],
            "第十三条", "平安办", PrecededBy: new CaseId(notice));
        var draft = await app.Services.GetRequiredService<OpenAdmonition>().ResolveAsync(body, Cancellation);
        Assert.True(
            (await app.Services.GetRequiredService<OpeningHandler>().RecordAsync(
                OpeningSet.Of(draft), new OpeningRequest("officer:officer", null, "hash"), Cancellation)).Try(out var opened, out _));
        Assert.Equal("nextRungProposed", Text(await app.CaseAsync(notice), "status"));
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/admonitions", Admonition("talk", "2026-02-13", notice)), 409,
            "case-exists");

        await app.RestartAtAsync("2026-02-13 10:20");
        await app.SettleAsync();
        var linked = await app.CaseAsync(notice);
        Assert.Equal(("escalated", opened!.CaseId.Value), (Text(linked, "status"), Text(linked.GetProperty("followedBy"), "caseId")));
        await app.AdvanceAsync("2026-02-14 00:00");
        Assert.Equal("closed", Text(await app.CaseAsync(notice), "status"));
        Assert.Equal("rectifying", Text(await app.CaseAsync(opened.CaseId.Value), "status"));
    }

    [Fact]
    public async Task What_breaks_a_rule_is_refused_with_the_member_at_fault_and_a_preview_changes_nothing()
    {
        await using var app = await App.StartAsync(
            "2026-01-12 09:30",
            [
                .. Storage,
                "--Access:Keys:0:Name", "reader", "--Access:Keys:0:Role", "reader", "--Access:Keys:0:Key", "reader-key-of-the-tests",
            ]);
        async Task RefusedAsync(int status, string problem, params (string Member, object? Value)[] changes)
        {
            var body = Admonition("talk", "2026-01-12");
            foreach (var (member, value) in changes) body[member] = value;
            await BadListingTests.ProblemAsync(await app.PostAsync("/api/admonitions", body), status, problem);
        }

        await RefusedAsync(400, "malformed", ("rung", "listing"));
        await RefusedAsync(422, "goals-count", ("goals", Array.Empty<string>()));
        await RefusedAsync(422, "unknown-unit", ("unitId", "nobody"));
        await RefusedAsync(422, "unknown-rulebook", ("rulebookId", "none"));
        await RefusedAsync(422, "unknown-official", ("officials", new[] { new { officialId = "o-9", role = "other" } }));
        await RefusedAsync(422, "nobody-called", ("officials", Array.Empty<object>()));
        await RefusedAsync(422, "issue-date-out-of-range", ("issuedOn", "2026-02-13"));
        await RefusedAsync(422, "unknown-case", ("precededBy", "none"));
        var listing = await app.ListAsync("2026-01-12", new { months = 3 });
        await RefusedAsync(422, "not-a-lower-rung", ("precededBy", listing));
        await RefusedAsync(409, "document-number-taken", ("documentNumber", "永平安督〔2026〕3号"));

        var preview =
            await (await app.PostAsync("/api/admonitions/preview",
                Admonition("talk", "2026-01-12"))).Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(("2026-03-12", "listing", "平安督〔2026〕1号"),
            (Text(preview.GetProperty("deadline"), "effective"), Text(preview, "ifMissed"), Text(preview, "documentNumber")));
        Assert.Equal(["2026-02-25", "2026-03-05", "2026-03-09", "2026-03-11", "2026-03-12"],
            preview.GetProperty("reminders").EnumerateArray().Select(step => Text(step, "day")));
        Assert.Single(await app.ItemsAsync("/api/cases"));

        app.WithoutKey.DefaultRequestHeaders.Add("x-functions-key", "reader-key-of-the-tests");
        Assert.Equal(HttpStatusCode.Forbidden,
            (await app.WithoutKey.PostAsJsonAsync("/api/admonitions", Admonition("talk", "2026-01-12"), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_calendar_shows_its_deadline_until_the_goal_is_reached_and_its_letter_is_printed()
    {
        await using var app = await App.StartAsync("2026-01-12 09:30", Storage);
        var talk = await OpenAsync(app, "/api/admonitions", Admonition("talk", "2026-01-12"));
        var feed =
            await (await app.PostAsync("/api/feeds", new { label = "值班日历" })).Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        var address = new Uri(Text(feed, "address")!).PathAndQuery;
        Assert.Contains("【约谈】平安督〔2026〕1号 瓯北街道：整改期限届满日", await FeedAsync(app, address));

        await app.DoAsync(talk, "submission", new { summary = "已整改" });
        await app.DoAsync(talk, "inspection", new { result = "passed", remarks = "达标" });
        Assert.Contains("整改期限届满日（已取消）", await FeedAsync(app, address));

        var letter = await app.Http.GetStringAsync($"/api/cases/{talk}/documents/admonition-notice", Cancellation);
        Assert.Contains("约谈通知书", letter);
        Assert.Contains("2026年3月12日当日24时止", letter);
        Assert.Contains("期限届满未达到整改目标的", letter);
    }

    private static async Task<string> FeedAsync(App app, string address) =>
        (await app.WithoutKey.GetStringAsync(address, Cancellation)).ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal);

    private static async Task<string> OpenAsync(App app, string route, object body)
    {
        var response = await app.PostAsync(route, body);
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Cancellation));
        return response.Headers.Location!.ToString().Split('/')[^1];
    }

    private static async Task<HttpResponseMessage> SendAsync(App app, string key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/admonitions") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return await app.Http.SendAsync(request, Cancellation);
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}

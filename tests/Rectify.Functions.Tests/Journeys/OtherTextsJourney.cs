using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>Real texts of other regions and fields through HTTP, each under a rulebook that says what the text says.</summary>
public class OtherTextsJourney
{
    // A notice of 2017 lists units again: the new case names the earlier one, which may have ended in any way.
    [Fact]
    public async Task A_listing_that_is_renewed_names_the_earlier_one_of_its_unit()
    {
        await using var app = await StartAsync("2026-03-02 09:30", RealTextRulebooks.Bare("renewed"));
        var first = Text(await ListAsync(app, "2025-11-03", "renewed", new { dueOn = "2026-03-31" }), "caseId")!;
        var again = await ListAsync(app, "2026-03-02", "renewed", new { dueOn = "2026-12-10" }, ("previousCaseId", first));

        Assert.Equal(("2026-12-10", first), (Effective(again), Text(again, "previousCaseId")));
        await RefusedAsync(app, "2026-03-02", "renewed", new { dueOn = "2026-12-10" }, "unknown-case", ("previousCaseId", "nobody"));
        await app.PutAsync("/api/units/other", new
        {
            name = "江北街道",
            kind = "locality",
            level = "township",
            liaison = new { name = "某", email = "x@jiangbei.example" },
        });
        await RefusedAsync(
            app, "2026-03-02", "renewed", new { dueOn = "2026-12-10" }, "not-the-same-unit", ("previousCaseId", first),
            ("unitId", "other"), ("officials", Array.Empty<object>()));
    }

    // Police, 2009: "from the day of listing to the end of October"; 31 October 2026 is a Saturday.
    [Fact]
    public async Task A_day_that_the_document_names_is_kept_on_a_Saturday()
    {
        await using var app = await StartAsync("2026-07-01 09:30", RealTextRulebooks.Bare("police-2009"));
        Assert.Equal("2026-10-31", Effective(await ListAsync(app, "2026-07-01", "police-2009", new { dueOn = "2026-10-31" })));
    }

    // Fire safety, 2011: 60 calendar days from the receipt, whose day is not counted.
    [Fact]
    public async Task A_period_may_run_from_the_receipt()
    {
        await using var app = await StartAsync("2026-04-02 09:30", RealTextRulebooks.SixtyDays("fire-2011", "receipt"));
        var listed = await ListAsync(app, "2026-03-30", "fire-2011", null, ("receivedOn", "2026-04-02"));
        Assert.Equal(("2026-06-01", "2026-03-30"), (Effective(listed), Text(listed, "listedOn")));

        await RefusedAsync(app, "2026-03-30", "fire-2011", null, "period-without-start", ("documentNumber", "永平安督〔2026〕9号"));
    }

    // The office writes the last day itself: nothing is counted, and so no receipt and no event is needed.
    [Theory]
    [InlineData("receipt")]
    [InlineData("event")]
    public async Task A_day_that_the_office_writes_needs_no_day_to_count_from(string countedFrom)
    {
        await using var app = await StartAsync("2026-04-02 09:30", RealTextRulebooks.SixtyDays($"by-{countedFrom}", countedFrom));
        var listed = await ListAsync(app, "2026-03-30", $"by-{countedFrom}", new { dueOn = "2026-06-13" });
        Assert.Equal("2026-06-13", Effective(listed));
    }

    // Construction safety, 2011: 60 days from the accident, although the listing came later.
    [Fact]
    public async Task A_period_may_run_from_the_event()
    {
        await using var app = await StartAsync("2026-03-20 09:30", RealTextRulebooks.SixtyDays("construction-2011", "event"));
        var listed = await ListAsync(app, "2026-03-20", "construction-2011", null, ("eventOn", "2026-03-01"));
        Assert.Equal(("2026-04-30", "2026-03-01"), (Effective(listed), Text(listed, "eventOn")));

        await RefusedAsync(app, "2026-03-20", "construction-2011", null, "date-out-of-range", ("eventOn", "2026-03-21"));
        await RefusedAsync(app, "2026-03-20", "construction-2011", null, "period-without-start");
    }

    // A city, 2012: at most a year; the request comes 20 working days before the end at the latest.
    [Fact]
    public async Task A_period_and_the_request_for_more_time_have_limits()
    {
        await using var app = await StartAsync("2026-03-02 09:30", RealTextRulebooks.AtMostOneYear());
        await RefusedAsync(app, "2026-03-02", "city-2012", new { months = 18 }, "period-outside-rule");
        var caseId = Text(await ListAsync(app, "2026-03-02", "city-2012", new { months = 12 }), "caseId")!;
        Assert.Equal("2027-03-02", Effective(await app.CaseAsync(caseId)));

        await app.AdvanceAsync("2027-02-20 10:00");
        object late = new { by = new { months = 3 }, reason = "汛期", approvedBy = "市政府", askedOn = "2027-02-20" };
        var problem = await BadListingTests.ProblemAsync(
            await app.PostAsync($"/api/cases/{caseId}/extension", late), 422, "extension-asked-too-late");
        Assert.Contains("20 working days", Text(problem, "detail"), StringComparison.Ordinal);

        // Asked for in time and decided later: 20 working days after 1 February are 8 March without a notice for 2027, so January it is.
        var granted = await app.DoAsync(
            caseId, "extension", new { by = new { months = 3 }, reason = "汛期", approvedBy = "市政府", askedOn = "2027-01-20" });
        Assert.Equal("2027-06-02", Effective(granted));
    }

    // Environment, 2021: six months, no veto: a missed deadline ends in a decision, and nobody is barred on any day.
    [Fact]
    public async Task A_missed_listing_may_end_in_a_decision_that_bars_nobody()
    {
        await using var app = await StartAsync("2026-03-02 09:30", RealTextRulebooks.Environment());
        var listed = await ListAsync(app, "2026-03-02", "environment-2021", null);
        var caseId = Text(listed, "caseId")!;
        Assert.Equal(("2026-09-02", 0), (Effective(listed), listed.GetProperty("sanctions").GetArrayLength()));

        await app.AdvanceAsync("2026-09-03 00:00");
        var missed = await app.CaseAsync(caseId);
        Assert.Equal(
            ("consequenceProposed", "red", JsonValueKind.Null, "decision"),
            (Text(missed, "status"), Text(missed, "light"), missed.GetProperty("veto").ValueKind,
                Text(missed.GetProperty("consequence"), "step")));
        Assert.Equal("clear", await app.EligibilityAsync("unit:yj-oubei", new DateOnly(2026, 9, 3)));

        await app.AdvanceAsync("2026-09-20 10:00");
        Assert.Equal((1, 2), (app.Mails()["consequence-proposed"], app.Mails()["consequence-outstanding"]));
        await RefusedAsync(app, caseId, "veto-decision", new { decision = "impose", remarks = "否决" }, 409, "wrong-state");
        await RefusedAsync(
            app, caseId, "consequence", new { text = "限批", decidedBy = "省厅", decidedOn = "2026-09-02" }, 422, "date-out-of-range");
        var decided = await app.DoAsync(
            caseId, "consequence", new { text = "暂停审批", decidedBy = "省生态环境厅", documentNumber = "环督〔2026〕8号" });
        Assert.Equal(
            ("consequenceDecided", "2026-09-20", "暂停审批", "环督〔2026〕8号"),
            (Text(decided, "status"), Text(decided.GetProperty("consequence"), "decidedOn"),
                Text(decided.GetProperty("consequence"), "text"), Text(decided.GetProperty("consequence"), "documentNumber")));

        // The number of the decision is taken, however its brackets are written.
        var second = await app.PostAsync("/api/listings", Listing(
            "2026-09-20", "environment-2021", null, ("documentNumber", "环督[2026]8号")));
        await BadListingTests.ProblemAsync(second, 409, "document-number-taken");

        await app.AdvanceAsync("2026-09-22 10:00");
        Assert.Equal("closed", Text(await app.CaseAsync(caseId), "status"));
        foreach (var subject in new[] { "unit:yj-oubei", "official:o-1" })
            Assert.Equal("clear", await app.EligibilityAsync(subject, new DateOnly(2026, 6, 1)));
        Assert.DoesNotContain("veto", app.Mails().Keys);
    }

    // Extended by at most six months in all, asked for one month before.
    [Fact]
    public async Task Extensions_may_be_limited_in_all()
    {
        await using var app = await StartAsync("2026-03-02 09:30", RealTextRulebooks.Environment());
        var caseId = Text(await ListAsync(app, "2026-03-02", "environment-2021", null), "caseId")!;
        object By(int months) => new { by = new { months }, reason = "工程量大", approvedBy = "省厅" };

        await app.AdvanceAsync("2026-08-03 10:00");
        await RefusedAsync(app, caseId, "extension", By(1), 422, "extension-asked-too-late");
        await app.DoAsync(
            caseId, "extension",
            new { by = new { months = 4 }, reason = "工程量大", approvedBy = "省厅", askedOn = "2026-08-02" });
        await RefusedAsync(app, caseId, "extension", By(3), 422, "extension-limit");
        Assert.Equal("2027-03-02", Effective(await app.DoAsync(caseId, "extension", By(2))));
    }

    // A report that came in time and is entered late takes the proposal of a decision back.
    [Fact]
    public async Task A_timely_report_entered_late_takes_the_pending_decision_back()
    {
        await using var app = await StartAsync("2026-03-02 09:30", RealTextRulebooks.Environment());
        var caseId = Text(await ListAsync(app, "2026-03-02", "environment-2021", null), "caseId")!;
        await app.AdvanceAsync("2026-09-07 10:00");

        var entered = await app.DoAsync(caseId, "submission", new { summary = "邮寄的报告", submittedOn = "2026-09-02" });
        Assert.Equal("awaitingInspection", Text(entered, "status"));
        Assert.Equal("released", Text(await app.DoAsync(caseId, "inspection", new { result = "passed", remarks = "合格" }), "status"));
    }

    // Land supervision: 60 days, a report every week; 31 May 2026 is a Sunday.
    [Theory]
    [InlineData("nextWorkingDay", "2026-06-01")]
    [InlineData("keep", "2026-05-31")]
    public async Task Reports_may_be_due_every_week(string onDayOff, string deadline)
    {
        await using var app = await StartAsync("2026-04-01 09:30", RealTextRulebooks.WeeklyReports(onDayOff));
        var listed = await ListAsync(app, "2026-04-01", $"land-{onDayOff.ToLowerInvariant()}", null);
        Assert.Equal(
            ("2026-05-31", deadline), (Text(listed.GetProperty("deadline"), "nominal"), Effective(listed)));
        Assert.Equal(
            ["2026-04-08", "2026-04-15", "2026-04-22", "2026-04-29", "2026-05-06", "2026-05-13", "2026-05-20", "2026-05-27"],
            await DueAsync(app, listed, "reportReminder"));
    }

    // Transport: a plan within 30 calendar days of the receipt; 2 May 2026 is a holiday.
    [Theory]
    [InlineData("nextWorkingDay", "2026-05-06")]
    [InlineData("keep", "2026-05-02")]
    public async Task A_plan_may_be_due_in_calendar_days_after_the_receipt(string onDayOff, string due)
    {
        await using var app = await StartAsync("2026-04-02 09:30", RealTextRulebooks.PlanInCalendarDays(onDayOff));
        var listed = await ListAsync(
            app, "2026-04-01", $"transport-{onDayOff.ToLowerInvariant()}", new { months = 3 }, ("receivedOn", "2026-04-02"));
        Assert.Equal([due], await DueAsync(app, listed, "planReminder"));
    }

    // A city, 2007: the veto counts for the assessment year and not for 365 days.
    [Fact]
    public async Task A_veto_may_count_to_the_end_of_the_assessment_year()
    {
        await using var app = await StartAsync("2026-11-20 09:30", RealTextRulebooks.VetoForTheYear());
        var vetoed = await PostAsync(app, "/api/vetoes", new
        {
            unitId = "yj-oubei",
            ground = "graveHarm",
            eventOn = "2026-11-15",
            decidedOn = "2026-11-20",
            facts = "重大事故",
            legalBasis = "第十二条",
            rulebookId = "city-2007",
        });
        Assert.Equal("2026-12-31", Text(vetoed.GetProperty("veto"), "to"));
        Assert.Equal(
            ("barred", "barred", "clear"),
            (await app.EligibilityAsync("official:o-1", new(2026, 11, 15)), await app.EligibilityAsync("unit:yj-oubei", new(2026, 12, 31)),
                await app.EligibilityAsync("unit:yj-oubei", new(2027, 1, 1))));
    }

    // A city, 2016: two failed years in a row or three in all.
    [Fact]
    public async Task The_third_failed_year_in_all_may_propose_the_veto()
    {
        await using var app = await StartAsync("2026-03-02 09:30", RealTextRulebooks.ThreeFailedYears());
        await app.PostAsync("/api/rulebooks/city-2016/in-force", new { from = "2026-01-01", reason = "本市办法" });
        foreach (var year in new[] { 2020, 2022 })
            await FailAsync(app, year);
        Assert.Empty(await app.ItemsAsync("/api/cases"));

        await FailAsync(app, 2025);
        var proposed = await app.CaseAsync(Text(Assert.Single(await app.ItemsAsync("/api/cases")), "caseId")!);
        Assert.Equal("vetoProposed", Text(proposed, "status"));
        Assert.Equal(
            [2020, 2022, 2025], proposed.GetProperty("failedYears").EnumerateArray().Select(one => one.GetProperty("year").GetInt32()));

        // The year that was corrected is one of the three: the proposal is withdrawn.
        await app.PutAsync(
            "/api/assessments/yj-oubei/2022", new { result = "passed", decidedOn = "2026-03-01", reason = "统计有误" });
        Assert.Equal("revoked", Text(await app.CaseAsync(Text(proposed, "caseId")!), "status"));
    }

    private static Task FailAsync(App app, int year) => app.PutAsync(
        $"/api/assessments/yj-oubei/{year}", new { result = "failed", decidedOn = year == 2025 ? "2026-02-10" : $"{year + 1}-02-10" });

    // A county, 1991: a township proposes the veto, the county's committee decides it; until then the answer is pending.
    [Fact]
    public async Task A_township_may_propose_the_veto_that_the_county_decides()
    {
        await using var app = await StartAsync("2026-03-30 09:30", RealTextRulebooks.ProposedVeto());
        var body = new Dictionary<string, object?>
        {
            ["unitId"] = "yj-oubei",
            ["ground"] = "other",
            ["decidedOn"] = "2026-03-30",
            ["facts"] = "治安问题突出",
            ["legalBasis"] = "第五条",
            ["issuedBy"] = "县综治委",
            ["proposedBy"] = "瓯北镇党委",
            ["rulebookId"] = "county-1991",
        };
        var proposed = await PostAsync(app, "/api/vetoes", body);
        Assert.Equal(("vetoProposed", "瓯北镇党委"), (Text(proposed, "status"), Text(proposed, "proposedBy")));
        Assert.Equal("pending", await app.EligibilityAsync("official:o-1", new(2026, 4, 1)));

        await app.AdvanceAsync("2026-04-10 10:00");
        var decided = await app.DoAsync(
            Text(proposed, "caseId")!, "veto-decision", new { decision = "impose", remarks = "县综治委会议决定" });
        Assert.Equal(
            ("vetoed", "2026-04-10", "2027-04-10"),
            (Text(decided, "status"), Text(decided.GetProperty("veto"), "from"), Text(decided.GetProperty("veto"), "to")));
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new(2026, 4, 9)));

        body["rulebookId"] = "zhejiang-2017-3";
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/vetoes", body), 422, "veto-proposal-not-known");
    }

    // Shanghai, 2018, art. 38: an order to rectify within a time, then a criticism by notice; no sanction.
    [Fact]
    public async Task A_missed_order_may_end_in_a_criticism_by_notice()
    {
        await using var app = await StartAsync("2026-03-02 09:30", RealTextRulebooks.OrderThenCriticism());
        var caseId = Text(await AdmonishAsync(app, "notice", "2026-03-02", "shanghai-2018"), "caseId")!;
        await app.AdvanceAsync("2026-05-07 10:00");
        var missed = await app.CaseAsync(caseId);
        Assert.Equal(("consequenceProposed", "criticism"), (Text(missed, "status"), Text(missed.GetProperty("consequence"), "step")));

        await app.DoAsync(caseId, "consequence", new { text = "通报批评", decidedBy = "市综治委" });
        await app.AdvanceAsync("2026-05-08 10:00");
        Assert.Equal("closed", Text(await app.CaseAsync(caseId), "status"));
        await RefusedAsync(app, "2026-05-08", "shanghai-2018", new { months = 3 }, "measure-not-used");
    }

    // Guangdong, 2021, arts. 47 and 49: a missed talk leads to the decision of the higher body; there is no veto.
    [Fact]
    public async Task A_missed_talk_may_lead_to_the_decision_of_the_higher_body()
    {
        await using var app = await StartAsync("2026-03-02 09:30", RealTextRulebooks.TalkThenDecision());
        var caseId = Text(await AdmonishAsync(app, "talk", "2026-03-02", "guangdong-2021"), "caseId")!;
        await app.AdvanceAsync("2026-05-07 10:00");
        Assert.Equal("decision", Text((await app.CaseAsync(caseId)).GetProperty("consequence"), "step"));

        await RefusedAsync(app, caseId, "next-rung", new { decision = "decline", reason = "不", decidedBy = "某" }, 409, "wrong-state");
        var revoked = await app.DoAsync(
            caseId, "revocation", new { measure = "admonition", effect = "void", reason = "事实有误", decidedBy = "省委政法委" });
        Assert.Equal("revoked", Text(revoked, "status"));
    }

    // A port, 2018: a failed inspection after the deadline, and the listing continues with a new date.
    [Fact]
    public async Task A_listing_may_continue_after_an_inspection_that_failed_late()
    {
        await using var app = await StartAsync("2026-03-02 09:30", RealTextRulebooks.Environment());
        var caseId = Text(await ListAsync(app, "2026-03-02", "environment-2021", null), "caseId")!;
        await app.AdvanceAsync("2026-09-01 10:00");
        await app.DoAsync(caseId, "submission", new { summary = "整改完成" });
        await app.AdvanceAsync("2026-09-10 10:00");

        var continued = await app.DoAsync(caseId, "inspection", new
        {
            result = "failed",
            remarks = "不合格",
            ifFailedLate = "continue",
            newDueOn = "2026-12-10",
        });
        Assert.Equal(("rectifying", "2026-12-10"), (Text(continued, "status"), Effective(continued)));
        Assert.Equal(JsonValueKind.Null, continued.GetProperty("veto").ValueKind);
    }

    // Zhejiang, 2017, art. 30: an enterprise is noticed only; what follows then is for the competent body to decide.
    [Theory]
    [InlineData("enterprise")]
    [InlineData("socialOrganisation")]
    public async Task An_enterprise_of_Zhejiang_is_noticed_only(string kind)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        await KindAsync(app, kind);
        await RefusedAsync(app, "2026-03-30", "zhejiang-2017-3", new { months = 6 }, "measure-not-for-this-kind");
        await BadListingTests.ProblemAsync(
            await app.PostAsync("/api/admonitions", Admonition("talk", "2026-03-30", "zhejiang-2017-3")), 422, "measure-not-for-this-kind");
        await BadListingTests.ProblemAsync(
            await app.PostAsync("/api/vetoes", new
            {
                unitId = "yj-oubei",
                ground = "other",
                decidedOn = "2026-03-30",
                facts = "其他",
                legalBasis = "第二十九条",
            }), 422, "measure-not-for-this-kind");

        var noticed = Text(await AdmonishAsync(app, "notice", "2026-03-30", "zhejiang-2017-3"), "caseId")!;
        await app.AdvanceAsync("2026-05-07 10:00");
        var missed = await app.CaseAsync(noticed);
        Assert.Equal(("consequenceProposed", "decision"), (Text(missed, "status"), Text(missed.GetProperty("consequence"), "step")));
    }

    // By reference: as a unit.
    [Theory]
    [InlineData("stateOwnedEnterprise")]
    [InlineData("publicInstitution")]
    [InlineData("massOrganisation")]
    [InlineData("unit")]
    public async Task Other_kinds_of_units_of_Zhejiang_may_be_listed_and_vetoed(string kind)
    {
        await using var app = await App.StartAsync("2026-01-12 09:30");
        await KindAsync(app, kind);
        var listed = await ListAsync(app, "2026-01-12", "zhejiang-2017-3", new { months = 3 });
        Assert.Equal(kind, Text(listed.GetProperty("unit"), "kind"));
        await app.AdvanceAsync("2026-04-14 00:00");
        Assert.Equal("vetoed", Text(await app.CaseAsync(Text(listed, "caseId")!), "status"));
    }

    // The document itself names the day of a report, after the deadline: reminded until then, and no consequence before that day is over.
    [Fact]
    public async Task A_report_may_be_due_on_a_day_that_the_document_names_after_the_deadline()
    {
        await using var app = await StartAsync("2026-07-01 09:30", RealTextRulebooks.Bare("notice-2007"));
        var listed = await ListAsync(app, "2026-07-01", "notice-2007", new { dueOn = "2026-12-20" }, ("reportDueOn", "2026-12-31"));
        var caseId = Text(listed, "caseId")!;
        Assert.Equal("2026-12-20", Effective(listed));
        Assert.Equal(["2026-12-31"], await DueAsync(app, listed, "reportReminder"));

        await app.AdvanceAsync("2026-12-31 23:00");
        Assert.Equal("rectifying", Text(await app.CaseAsync(caseId), "status"));
        Assert.True(app.Mails().ContainsKey("report-due"));
        await app.AdvanceAsync("2027-01-01 00:00");
        Assert.Equal("consequenceProposed", Text(await app.CaseAsync(caseId), "status"));
        await RefusedAsync(
            app, "2026-12-30", "notice-2007", new { dueOn = "2027-03-20" }, "date-out-of-range", ("reportDueOn", "2026-12-30"));
    }

    private static async Task<App> StartAsync(string localTime, JsonObject rulebook)
    {
        var app = await App.StartAsync(localTime);
        await RealTextRulebooks.LoadAsync(app, rulebook);
        return app;
    }

    private static Task KindAsync(App app, string kind) => app.PutAsync("/api/units/yj-oubei", new
    {
        name = "瓯北公司",
        kind,
        level = "township",
        liaison = new { name = "陈联络", email = "liaison@oubei.example" },
    });

    private static Dictionary<string, object?> Listing(
        string listedOn, string rulebookId, object? period, params (string Member, object? Value)[] members)
    {
        var body = App.Listing(listedOn, period!);
        body["rulebookId"] = rulebookId;
        body["documentNumber"] = null;
        if (period is null) body.Remove("period");
        foreach (var (member, value) in members) body[member] = value;
        return body;
    }

    private static Task<JsonElement> ListAsync(
        App app, string listedOn, string rulebookId, object? period, params (string Member, object? Value)[] members) =>
        PostAsync(app, "/api/listings", Listing(listedOn, rulebookId, period, members));

    private static async Task RefusedAsync(
        App app, string listedOn, string rulebookId, object? period, string problem, params (string Member, object? Value)[] members) =>
        await BadListingTests.ProblemAsync(
            await app.PostAsync("/api/listings", Listing(listedOn, rulebookId, period, members)), 422, problem);

    private static async Task RefusedAsync(App app, string caseId, string action, object body, int status, string problem) =>
        await BadListingTests.ProblemAsync(await app.PostAsync($"/api/cases/{caseId}/{action}", body), status, problem);

    private static Dictionary<string, object?> Admonition(string rung, string issuedOn, string rulebookId) => new()
    {
        ["unitId"] = "yj-oubei",
        ["rung"] = rung,
        ["ground"] = "unresolvedHotspot",
        ["facts"] = "问题突出",
        ["goals"] = new[] { "整改到位" },
        ["issuedOn"] = issuedOn,
        ["legalBasis"] = "条例",
        ["issuedBy"] = "综治委",
        ["rulebookId"] = rulebookId,
    };

    private static Task<JsonElement> AdmonishAsync(App app, string rung, string issuedOn, string rulebookId) =>
        PostAsync(app, "/api/admonitions", Admonition(rung, issuedOn, rulebookId));

    private static async Task<JsonElement> PostAsync(App app, string route, object body)
    {
        var response = await app.PostAsync(route, body);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.Created, answer.ToString());
        return answer;
    }

    private static async Task<IEnumerable<string?>> DueAsync(App app, JsonElement listed, string reminder) =>
        (await app.ItemsAsync($"/api/cases/{Text(listed, "caseId")}/schedule"))
            .Where(step => Text(step, "step") == reminder).Select(step => Text(step, "refersTo")).Distinct();

    private static string? Effective(JsonElement one) => Text(one.GetProperty("deadline"), "effective");

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}

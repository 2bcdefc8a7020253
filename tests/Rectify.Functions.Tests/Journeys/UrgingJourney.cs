using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>S7, S12: urging letters (督办函) under a rulebook that an office has loaded.</summary>
public class UrgingJourney
{
    private static JsonObject Rulebook()
    {
        var book = RealTextRulebooks.Bare("letters");
        book["listing"]!["missed"] = "urgingLetter";
        book["listing"]!["urging"] = new JsonObject
        {
            ["period"] = new JsonObject { ["workingDays"] = 10 },
            ["letters"] = 1,
            ["then"] = "decision",
            ["source"] = "第十一条",
        };
        book["milestones"] = new JsonObject
        {
            ["planWorkingDays"] = 10,
            ["reportEveryMonths"] = null,
            ["daysBefore"] = new JsonArray(0),
            ["source"] = "第十条",
            ["urging"] = new JsonObject { ["period"] = new JsonObject { ["days"] = 7 }, ["source"] = "第十二条" },
        };
        return book;
    }

    [Fact]
    public async Task A_unit_is_urged_about_its_plan_and_after_its_deadline_before_anything_is_decided()
    {
        await using var app = await App.StartAsync("2026-01-12 08:30");
        await RealTextRulebooks.LoadAsync(app, Rulebook());
        var body = App.Listing("2026-01-12", new { months = 3 });
        (body["rulebookId"], body["documentNumber"]) = ("letters", null);
        var opened = await app.PostAsync("/api/listings", body);
        var listed = await opened.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var caseId = Text(listed, "caseId")!;
        Assert.Equal(("plan", "2026-01-26", false), Milestone(listed));

        // The plan is overdue: the office is told, and writes a letter, which gives another week.
        await app.AdvanceAsync("2026-01-28 10:00");
        Assert.Equal(("plan", "2026-01-26", true), Milestone(await app.CaseAsync(caseId)));
        Assert.Equal(1, app.Mails()["urging-outstanding"]);
        await RefusedAsync(app, caseId, "urging-letter", new { text = "请报送", issuedBy = "综治办" }, 409, "no-urging-letter");
        var urged = await app.DoAsync(caseId, "urging-letter", new { milestone = "plan", text = "请报送整改方案", issuedBy = "综治办" });
        var letter = urged.GetProperty("urgingLetters")[0];
        Assert.Equal(
            ("plan", "2026-01-26", "2026-01-28", "2026-02-04"),
            (Text(letter, "duty"), Text(letter, "missedOn"), Text(letter, "issuedOn"), Text(letter, "dueOn")));
        Assert.Matches("〔2026〕[0-9]+号$", Text(letter, "documentNumber"));
        var printed = await app.Http.GetStringAsync(
            $"/api/cases/{caseId}/documents/urging-letter-1", TestContext.Current.CancellationToken);
        Assert.Contains("督办函", printed);
        Assert.Contains("第十二条", printed);
        await RefusedAsync(app, caseId, "milestone", new { milestone = "report-1" }, 422, "milestone-unknown");
        var received = await app.DoAsync(caseId, "milestone", new { milestone = "plan", receivedOn = "2026-01-28" });
        Assert.Equal("2026-01-28", Text(received.GetProperty("milestones")[0], "receivedOn"));

        // The deadline is missed: a letter is due, and after the day that it gives a decision.
        await app.AdvanceAsync("2026-04-20 10:00");
        Assert.Equal(("consequenceProposed", "urgingLetter"), await ConsequenceAsync(app, caseId));
        await RefusedAsync(app, caseId, "consequence", new { text = "限批", decidedBy = "省厅" }, 409, "urging-letter-due");
        using (var officer = await app.OfficerAsync())
        {
            var waiting = PageForm.Parse((await officer.GetAsync("/board")).Text).QuerySelector("main a.act")!;
            Assert.Equal($"/board/cases/{caseId}/urging-letter", waiting.GetAttribute("href"));
            Assert.Contains("待发督办函", waiting.Closest("tr")!.TextContent, StringComparison.Ordinal);
        }

        var again = await app.DoAsync(
            caseId, "urging-letter", new { text = "请抓紧整改", issuedBy = "综治办", documentNumber = "督〔2026〕88号" });
        Assert.Equal(
            ("rectifying", "2026-05-07"), (Text(again, "status"), Text(again.GetProperty("deadline"), "effective")));

        // The number is taken, however its brackets are written.
        body["documentNumber"] = "督[2026]88号";
        body["listedOn"] = "2026-04-20";
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/listings", body), 409, "document-number-taken");

        await app.AdvanceAsync("2026-05-08 10:00");
        Assert.Equal(("consequenceProposed", "decision"), await ConsequenceAsync(app, caseId));
        Assert.Equal(4, app.Mails()["urging-letter"]);
    }

    [Fact]
    public async Task The_board_offers_the_letter_and_the_receipt_and_shows_both()
    {
        await using var app = await App.StartAsync("2026-01-12 08:30", Boards.Keys);
        await RealTextRulebooks.LoadAsync(app, Rulebook());
        var body = App.Listing("2026-01-12", new { months = 3 });
        body["rulebookId"] = "letters";
        var opened = await app.PostAsync("/api/listings", body);
        var caseId = Text(await opened.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken), "caseId");
        await app.AdvanceAsync("2026-01-28 10:00");

        using var officer = await app.OfficerAsync();
        var page = await officer.GetAsync($"/board/cases/{caseId}");
        var plan = PageForm.Parse(page.Text).QuerySelectorAll("main .wide tr").First(
            row => row.TextContent.Contains("整改方案", StringComparison.Ordinal));
        Assert.Contains("逾期", plan.TextContent, StringComparison.Ordinal);
        await officer.DoAsync(
            $"/board/cases/{caseId}/urging-letter", ("milestone", "plan"), ("text", "请报送整改方案"), ("issuedBy", "综治办"));
        await officer.DoAsync($"/board/cases/{caseId}/milestone", ("milestone", "plan"), ("receivedOn", "2026-01-28"));

        page = await officer.GetAsync($"/board/cases/{caseId}");
        Assert.Contains("请报送整改方案", page.Text);
        Assert.Contains($"/board/cases/{caseId}/documents/urging-letter-1", page.Text);
        Assert.Equal("2026-01-28", Text((await app.CaseAsync(caseId!)).GetProperty("milestones")[0], "receivedOn"));
    }

    private static (string?, string?, bool) Milestone(JsonElement one)
    {
        var milestone = one.GetProperty("milestones")[0];
        return (Text(milestone, "milestone"), Text(milestone, "dueOn"), milestone.GetProperty("overdue").GetBoolean());
    }

    private static async Task<(string?, string?)> ConsequenceAsync(App app, string caseId)
    {
        var one = await app.CaseAsync(caseId);
        return (Text(one, "status"), Text(one.GetProperty("consequence"), "step"));
    }

    private static async Task RefusedAsync(App app, string caseId, string action, object body, int status, string problem) =>
        await BadListingTests.ProblemAsync(await app.PostAsync($"/api/cases/{caseId}/{action}", body), status, problem);

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}

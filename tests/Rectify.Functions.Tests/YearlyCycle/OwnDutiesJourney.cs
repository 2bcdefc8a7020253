using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.YearlyCycle;

/// <summary>S19: what a loaded rulebook's own table asks for every year, beside letter, report and assessment.</summary>
public class OwnDutiesJourney
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Settings that choose where ledger, register and books lie.</summary>
    protected virtual string[] Storage => [];

    [Fact]
    public async Task A_fourth_duty_is_owed_reminded_recorded_and_overdue_without_another_build()
    {
        await using var app = await StartAsync("2026-12-01 09:30");
        Assert.Equal(("2026-12-31", "open", null), Standing(await DutyAsync(app, "yearEndSummary")));
        Assert.Equal("年终工作总结", (await DutyAsync(app, "yearEndSummary")).GetProperty("words").GetProperty("chinese").GetString());
        // The tenth working day of January 2027; the second of January is a Saturday.
        Assert.Equal(("2027-01-15", "open", null), Standing(await DutyAsync(app, "selfExamination")));

        await app.AdvanceAsync("2026-12-24 09:20");
        Assert.Contains(Mails(app), mail => mail.Contains("瓯北街道2026年度年终工作总结还有7天到期", StringComparison.Ordinal));
        await app.AdvanceAsync("2027-01-04 09:20");
        Assert.Contains(Mails(app), mail => mail.Contains("瓯北街道2026年度年终工作总结已逾期", StringComparison.Ordinal));
        Assert.Equal(("2026-12-31", "overdue", null), Standing(await DutyAsync(app, "yearEndSummary")));

        var done = await PutAsync(app, "yearEndSummary/2026/unit:yj-oubei", new { doneOn = "2027-01-04", summary = "全年工作" });
        Assert.Equal((HttpStatusCode.Created, "yearEndSummary"), (done.Status, done.View.GetProperty("duty").GetString()));
        Assert.Equal(("2026-12-31", "doneLate", "2027-01-04"), Standing(await DutyAsync(app, "yearEndSummary")));

        // A person's own duty: each who reports owes it.
        await PutAsync(app, "selfExamination/2026/official:o-1", new { doneOn = "2027-01-04" });
        Assert.Equal(("2027-01-15", "done", "2027-01-04"), Standing(await DutyAsync(app, "selfExamination")));

        // Taken back, it is owed again; the entries stay.
        await app.Http.DeleteAsync("/api/yearly-duties/yearEndSummary/2026/unit:yj-oubei?reason=%E8%AF%AF%E5%BD%95", Cancellation);
        Assert.Equal("overdue", Standing(await DutyAsync(app, "yearEndSummary")).Item2);
        var kept = await app.GetAsync("/api/yearly-duties/yearEndSummary/2026/unit:yj-oubei");
        Assert.Equal(2, kept.GetProperty("entries").GetArrayLength());
    }

    [Theory]
    [InlineData("nothing/2026/unit:yj-oubei", 422, "unknown-duty")]
    [InlineData("responsibilityLetter/2026/unit:yj-oubei", 422, "unknown-duty")]
    [InlineData("yearEndSummary/2026/official:o-1", 422, "unknown-duty")]
    [InlineData("selfExamination/2026/unit:yj-oubei", 422, "unknown-duty")]
    [InlineData("yearEndSummary/2025/unit:yj-oubei", 422, "unknown-duty")]
    [InlineData("yearEndSummary/2026/unit:nobody", 404, "not-found")]
    public async Task What_the_table_of_the_year_does_not_ask_of_a_subject_is_not_entered(string address, int status, string problem)
    {
        await using var app = await StartAsync("2026-12-01 09:30");
        await BadListingTests.ProblemAsync(
            await app.Http.PutAsJsonAsync($"/api/yearly-duties/{address}", new { doneOn = "2026-12-01" }, Cancellation), status, problem);
    }

    [Fact]
    public async Task The_page_of_the_year_has_a_column_for_it_and_leads_to_its_form()
    {
        await using var app = await StartAsync("2026-12-01 09:30", Boards.Keys);
        using var officer = await app.OfficerAsync();
        var page = await officer.GetAsync("/board/yearly-cycle?year=2026");
        Assert.Contains("年终工作总结", page.Text);
        Assert.Contains("/board/yearly-duties/yearEndSummary/2026/unit:yj-oubei", page.Text);
        await officer.DoAsync("/board/yearly-duties/yearEndSummary/2026/unit:yj-oubei", ("doneOn", "2026-12-01"), ("summary", "全年工作"));
        Assert.Equal(("2026-12-31", "done", "2026-12-01"), Standing(await DutyAsync(app, "yearEndSummary")));
        Assert.Contains("年终工作总结", (await officer.GetAsync("/board/rulebooks/duties-2026")).Text);
    }

    private async Task<App> StartAsync(string localTime, params string[] settings)
    {
        var app = await App.StartAsync(localTime, [.. Storage, .. settings]);
        var book = JsonNode.Parse(
            RulebookCatalog.Shipped.TextOf(RulebookCatalog.Shipped.Find("zhejiang-2017-3")!),
            documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!
            .AsObject();
        book["id"] = "duties-2026";
        book.Remove("replaces");
        book["yearlyCycle"]!["duties"] = new JsonArray(
            Duty("yearEndSummary", "年终工作总结", "year-end summary", 0, 12, 31, null, "unit"),
            Duty("selfExamination", "述法报告", "report on law", 1, 1, 1, 10, "reporters"));
        await RealTextRulebooks.LoadAsync(app, book);
        var decided = await app.PostAsync("/api/rulebooks/duties-2026/in-force", new { from = "2026-01-01", reason = "常委会决定" });
        Assert.True(decided.IsSuccessStatusCode, await decided.Content.ReadAsStringAsync(Cancellation));
        await app.PutAsync("/api/officials/o-1", new
        {
            name = "王主任",
            email = "o-1@oubei.example",
            unitId = "yj-oubei",
            post = "书记",
            role = "principal",
            from = "2024-01-01",
            responsibility = "first",
        });
        return app;
    }

    private static JsonObject Duty(
        string code, string chinese, string english, int yearsAfter, int month, int day, int? workingDays, string owes) => new()
        {
            ["code"] = code,
            ["chinese"] = chinese,
            ["english"] = english,
            ["due"] = new JsonObject { ["yearsAfter"] = yearsAfter, ["month"] = month, ["day"] = day, ["workingDays"] = workingDays },
            ["owes"] = owes,
            ["source"] = "实施办法",
        };

    private static async Task<JsonElement> DutyAsync(App app, string duty) =>
        (await app.ItemsAsync("/api/yearly-cycle/2026?unitId=yj-oubei")).Single().GetProperty("duties").EnumerateArray()
            .Single(owed => owed.GetProperty("duty").GetString() == duty);

    private static (string?, string?, string?) Standing(JsonElement duty) => (
        duty.GetProperty("dueOn").GetString(), duty.GetProperty("status").GetString(), duty.GetProperty("doneOn").GetString());

    private static IEnumerable<string> Mails(App app) => Directory.GetFiles(app.MailFolder, "*.eml")
        .Select(file => MimeKit.MimeMessage.Load(file, Cancellation).Subject ?? "");

    private static async Task<(HttpStatusCode Status, JsonElement View)> PutAsync(App app, string address, object body)
    {
        var response = await app.Http.PutAsJsonAsync($"/api/yearly-duties/{address}", body, Cancellation);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancellation));
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }
}

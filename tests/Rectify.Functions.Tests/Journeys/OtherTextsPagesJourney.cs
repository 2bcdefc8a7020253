using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Functions.Tests.Board;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>What documents and pages tell of cases under other texts than the shipped ones.</summary>
public class OtherTextsPagesJourney
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("receipt", "自收到本通知之日起60日，")]
    [InlineData("event", "自事件发生之日（2026年3月20日）起60日，")]
    [InlineData("measure", "60日，")]
    public async Task A_notice_of_a_listing_says_from_which_day_its_period_runs_and_names_no_bar(string countedFrom, string begins)
    {
        await using var app = await StartAsync(RealTextRulebooks.SixtyDays($"from-{countedFrom}", countedFrom));
        var listing = App.Listing("2026-03-30", "");
        listing.Remove("period");
        var caseId = await OpenAsync(
            app, "/api/listings", listing, ("rulebookId", $"from-{countedFrom}"), ("receivedOn", "2026-04-01"), ("eventOn", "2026-03-20"),
            ("reportDueOn", "2026-07-31"));

        var paragraphs = await ParagraphsAsync(app, caseId, "listing-notice");
        Assert.Contains(paragraphs, text => text.StartsWith(begins, StringComparison.Ordinal));
        Assert.Contains("于2026年7月31日前（含当日）报送书面报告。", paragraphs);
        Assert.DoesNotContain(paragraphs, text => text.Contains("资格限制", StringComparison.Ordinal));
    }

    // What holds for the notice of a listing holds for the letter of a talk.
    [Theory]
    [InlineData("receipt", "自收到本通知之日起2个月，")]
    [InlineData("event", "自事件发生之日（2026年3月20日）起2个月，")]
    [InlineData("measure", "2个月，")]
    public async Task The_letter_of_a_talk_says_from_which_day_its_period_runs_and_what_is_owed_on_the_way(
        string countedFrom, string begins)
    {
        await using var app = await StartAsync(RealTextRulebooks.TalkCountedFrom(countedFrom));
        var caseId = await OpenAsync(
            app, "/api/admonitions", Talk(), ("rulebookId", $"talk-from-{countedFrom}"), ("receivedOn", "2026-04-01"),
            ("eventOn", "2026-03-20"), ("reportDueOn", "2026-07-31"));

        var paragraphs = await ParagraphsAsync(app, caseId, "admonition-notice");
        Assert.Contains(paragraphs, text => text.StartsWith(begins, StringComparison.Ordinal));
        Assert.Contains("自收到本通知之日起10个工作日内报送整改方案，其后每1个月报告整改进展。", paragraphs);
        Assert.Contains("于2026年7月31日前（含当日）报送书面报告。", paragraphs);
    }

    [Fact]
    public async Task A_missed_listing_that_ends_in_a_decision_is_on_the_overview_until_the_page_of_the_case_shows_the_decision()
    {
        await using var app = await StartAsync(RealTextRulebooks.Environment());
        var listing = App.Listing("2026-03-30", new { months = 6 });
        var caseId = await OpenAsync(app, "/api/listings", listing, ("rulebookId", "environment-2021"));
        const string due = "逾期应予处理，待作出决定";
        Assert.DoesNotContain(due, await PageAsync(app, "/board"), StringComparison.Ordinal);

        await app.AdvanceAsync("2026-10-01 00:00");
        Assert.Contains(due, await PageAsync(app, "/board"), StringComparison.Ordinal);
        Assert.Contains("待决定自2026年10月1日", await PageAsync(app, $"/board/cases/{caseId}"), StringComparison.Ordinal);

        await app.DoAsync(
            caseId, "consequence", new { text = "暂停审批", decidedBy = "省生态环境厅", documentNumber = "环督〔2026〕8号" });
        Assert.DoesNotContain(due, await PageAsync(app, "/board"), StringComparison.Ordinal);
        var page = await PageAsync(app, $"/board/cases/{caseId}");
        foreach (var shown in (string[])["处理决定暂停审批", "决定机关省生态环境厅", "文号环督〔2026〕8号", "2026年10月1日逾期处理"])
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("升级", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_case_shows_the_days_and_the_earlier_case_that_its_document_names()
    {
        await using var app = await StartAsync(RealTextRulebooks.TalkCountedFrom("event"));
        var first = await OpenAsync(app, "/api/admonitions", Talk(), ("rulebookId", "talk-from-event"), ("eventOn", "2026-03-20"));
        var second = await OpenAsync(
            app, "/api/admonitions", Talk(), ("rulebookId", "talk-from-event"), ("documentNumber", null), ("eventOn", "2026-03-21"),
            ("receivedOn", "2026-04-01"), ("reportDueOn", "2026-07-31"), ("previousCaseId", first));

        var page = await PageAsync(app, $"/board/cases/{second}");
        foreach (var shown in (string[])["收到日期2026年4月1日", "事件日期2026年3月21日", "文件指定的报告日期2026年7月31日"])
            Assert.Contains(shown, page, StringComparison.Ordinal);
        using var officer = await app.OfficerAsync();
        Assert.NotNull(
            PageForm.Parse((await officer.GetAsync($"/board/cases/{second}")).Text)
                .QuerySelector($"main dd a[href='/board/cases/{first}']"));
    }

    [Fact]
    public async Task The_page_of_a_veto_that_another_body_proposes_names_it()
    {
        await using var app = await StartAsync(RealTextRulebooks.ProposedVeto());
        var caseId = await OpenAsync(
            app, "/api/vetoes", new Dictionary<string, object?>
            {
                ["unitId"] = "yj-oubei",
                ["ground"] = "other",
                ["decidedOn"] = "2026-03-30",
                ["facts"] = "治安问题突出",
                ["legalBasis"] = "第五条",
                ["proposedBy"] = "瓯北镇党委",
            },
            ("rulebookId", "county-1991"));
        Assert.Contains("提请机关瓯北镇党委", await PageAsync(app, $"/board/cases/{caseId}"), StringComparison.Ordinal);
    }

    private static async Task<App> StartAsync(JsonObject rulebook)
    {
        var app = await App.StartAsync("2026-04-01 09:30");
        await RealTextRulebooks.LoadAsync(app, rulebook);
        return app;
    }

    private static Dictionary<string, object?> Talk() => new()
    {
        ["unitId"] = "yj-oubei",
        ["rung"] = "talk",
        ["ground"] = "unresolvedHotspot",
        ["facts"] = "问题突出",
        ["goals"] = new[] { "整改到位" },
        ["issuedOn"] = "2026-03-30",
        ["legalBasis"] = "条例",
        ["issuedBy"] = "综治委",
    };

    private static async Task<string> OpenAsync(
        App app, string route, Dictionary<string, object?> body, params (string Member, object? Value)[] members)
    {
        foreach (var (member, value) in members) body[member] = value;
        var response = await app.PostAsync(route, body);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.Created, answer.ToString());
        return answer.GetProperty("caseId").GetString()!;
    }

    private static async Task<IReadOnlyList<string>> ParagraphsAsync(App app, string caseId, string kind) =>
    [
        .. PageForm.Parse(await app.Http.GetStringAsync($"/api/cases/{caseId}/documents/{kind}", Cancellation))
            .QuerySelectorAll("h2, p, li").Select(one => Joined(one.TextContent)),
    ];

    // The text of a page without its blanks, so that a term stands beside what it names.
    private static async Task<string> PageAsync(App app, string address)
    {
        using var officer = await app.OfficerAsync();
        return Joined(PageForm.Parse((await officer.GetAsync(address)).Text).QuerySelector("main")!.TextContent);
    }

    private static string Joined(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}

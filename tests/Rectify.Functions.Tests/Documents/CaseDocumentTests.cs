using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Documents;

public class CaseDocumentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_listing_is_served_released_and_its_notices_bear_numbers_of_one_series()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", "--Office:DocumentCode=永平安督");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await MatchesAsync("listing-notice", app, caseId, "listing-notice");

        await app.DoAsync(caseId, "extension", new { by = new { months = 2 }, reason = "设备到货延迟", approvedBy = "县平安办主任会议" });
        await MatchesAsync("listing-notice", app, caseId, "listing-notice");
        await BadListingTests.ProblemAsync(await app.Http.GetAsync(Route(caseId, "release-notice"), Cancellation), 409, "no-such-measure");

        await app.AdvanceAsync("2026-06-01 10:00");
        await app.DoAsync(caseId, "submission", new { summary = "已整改" });
        var released = await app.DoAsync(caseId, "inspection", new { result = "passed", remarks = "合格" });
        Assert.Equal("永平安督〔2026〕4号", released.GetProperty("release").GetProperty("documentNumber").GetString());
        Assert.Equal("2026-06-01", released.GetProperty("release").GetProperty("on").GetString());
        await MatchesAsync("release-notice", app, caseId, "release-notice");

        // The number is taken: the next listing gets the one after it, and nobody may give it by hand.
        var next = App.Listing("2026-06-01", new { months = 3 });
        next["documentNumber"] = "永平安督[2026]04号";
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/listings", next), 409, "document-number-taken");
        next.Remove("documentNumber");
        var second = await (await app.PostAsync("/api/listings", next)).Content.ReadAsStringAsync(Cancellation);
        Assert.Equal("永平安督〔2026〕5号", JsonElement.Parse(second).GetProperty("documentNumber").GetString());
    }

    [Fact]
    public async Task A_release_may_name_its_number_which_no_other_document_has()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", "--Office:DocumentCode=永平安督");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.DoAsync(caseId, "submission", new { summary = "已整改" });

        await BadListingTests.ProblemAsync(
            await app.PostAsync($"/api/cases/{caseId}/inspection",
                new { result = "failed", remarks = "不合格", documentNumber = "永平安督〔2026〕8号" }), 422, "failed-not-numbered");
        await BadListingTests.ProblemAsync(
            await app.PostAsync($"/api/cases/{caseId}/inspection",
                new { result = "passed", remarks = "合格", documentNumber = "永平安督〔2026〕3号" }), 409, "document-number-taken");

        var released =
            await app.DoAsync(caseId, "inspection", new { result = "passed", remarks = "合格", documentNumber = "永平安督〔2026〕8号" });
        Assert.Equal("永平安督〔2026〕8号", released.GetProperty("release").GetProperty("documentNumber").GetString());
    }

    [Fact]
    public async Task A_veto_that_took_effect_by_itself_is_a_draft_until_it_is_confirmed()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", "--Office:DocumentCode=永平安督");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-10-08 10:00");

        var draft = await PageAsync(app, caseId, "veto-decision");
        Assert.Equal("（未编号）", draft.QuerySelector(".number")!.TextContent);
        Assert.Contains("待确认", draft.QuerySelector(".draft")!.TextContent);

        await app.DoAsync(caseId, "veto-decision", new { decision = "confirm", remarks = "同意" });
        await MatchesAsync("veto-decision", app, caseId, "veto-decision");

        await app.DoAsync(caseId, "revocation",
            new { measure = "veto", effect = "fromDate", on = "2026-10-05", reason = "复核", decidedBy = "县委" });
        var revoked = await PageAsync(app, caseId, "veto-decision");
        Assert.Equal("本一票否决已撤销。", revoked.QuerySelector(".draft")!.TextContent);
        Assert.Contains("自2026年10月5日起不再执行", revoked.Body!.TextContent);
    }

    [Fact]
    public async Task A_direct_veto_is_printed_under_its_own_number()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var answer = await app.PostAsync("/api/vetoes", new
        {
            unitId = "yj-oubei",
            ground = "graveHarm",
            accountabilityGround = "graveEvents",
            eventOn = "2026-03-20",
            decidedOn = "2026-03-30",
            facts = "发生重大事故",
            documentNumber = "永平安否〔2026〕1号",
            legalBasis = "实施办法第二十三条",
            issuedBy = "永嘉县委",
        });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);

        var caseId = answer.Headers.Location!.ToString().Split('/')[^1];
        await MatchesAsync("direct-veto", app, caseId, "veto-decision");
        await BadListingTests.ProblemAsync(await app.Http.GetAsync(Route(caseId, "listing-notice"), Cancellation), 409, "no-such-measure");
        await BadListingTests.ProblemAsync(await app.Http.GetAsync(Route(caseId, "poster"), Cancellation), 404, "not-found");
        await BadListingTests.ProblemAsync(await app.Http.GetAsync(Route("nowhere", "veto-decision"), Cancellation), 404, "not-found");
    }

    [Fact]
    public async Task What_was_entered_is_text_and_a_unit_reads_only_its_own_documents()
    {
        await using var app = await App.StartAsync(
            "2026-03-30 09:30",
            "--Access:Keys:0:Name=瓯北", "--Access:Keys:0:Role=unit",
            "--Access:Keys:0:Key=key-of-our-own-unit-here", "--Access:Keys:0:UnitId=yj-oubei",
            "--Access:Keys:1:Name=乌牛", "--Access:Keys:1:Role=unit",
            "--Access:Keys:1:Key=key-of-their-own-unit-here", "--Access:Keys:1:UnitId=yj-other");
        await app.PutOtherUnitAsync();
        var listing = App.Listing("2026-03-30", new { workingDays = 60 });
        foreach (var member in new[] { "facts", "legalBasis", "issuedBy", "documentNumber" })
            listing[member] = $"<script>alert('{member}')</script>";

        var caseId = (await app.PostAsync("/api/listings", listing)).Headers.Location!.ToString().Split('/')[^1];

        var page = await PageAsync(app, caseId, "listing-notice");
        Assert.Empty(page.QuerySelectorAll("script, [style], [onclick], img, link, iframe"));
        Assert.Contains("<script>alert('facts')</script>", page.Body!.TextContent);
        Assert.Contains("60个工作日", page.Body!.TextContent);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, Route(caseId, "listing-notice"), "key-of-our-own-unit-here"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(app, Route(caseId, "listing-notice"), "key-of-their-own-unit-here"));
        var documents = $"/board/cases/{caseId}/documents";
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, $"{documents}/listing-notice", "key-of-our-own-unit-here"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, $"{documents}/listing-notice", "key-of-their-own-unit-here"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, $"{documents}/veto-decision", "key-of-our-own-unit-here"));
    }

    private static string Route(string caseId, string kind) => $"/api/cases/{caseId}/documents/{kind}";

    private static async Task<HttpStatusCode> StatusAsync(App app, string route, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, route);
        request.Headers.Add("x-functions-key", key);
        return (await app.WithoutKey.SendAsync(request, Cancellation)).StatusCode;
    }

    private static async Task<IDocument> PageAsync(App app, string caseId, string kind) =>
        new HtmlParser().ParseDocument(
            await (await app.Http.GetAsync(Route(caseId, kind), Cancellation)).EnsureSuccessStatusCode().Content.ReadAsStringAsync(
                Cancellation));

    private static async Task MatchesAsync(string snapshot, App app, string caseId, string kind) =>
        Snapshot.Matches(snapshot, (await PageAsync(app, caseId, kind)).Body!.InnerHtml);
}

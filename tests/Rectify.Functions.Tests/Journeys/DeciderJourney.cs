using System.Text.Json;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>Who decides a listing and a veto in Zhejiang, and at which level (条例 art. 29), from request to document.</summary>
public class DeciderJourney
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_decided_a_listing_and_its_veto_is_checked_by_level_and_stands_on_page_and_document()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        using var officer = await app.OfficerAsync();
        var form = PageForm.Parse((await officer.GetAsync("/board/listings/new?unitId=yj-oubei")).Text);
        Assert.NotNull(form.QuerySelector("[name=issuerLevel]"));
        Assert.Contains("县级以上社会治安综合治理委员会", form.Body!.TextContent, StringComparison.Ordinal);

        var listing = App.Listing("2026-03-30", new { months = 6 });
        listing["issuerLevel"] = "township";
        var refused = await BadListingTests.ProblemAsync(await app.PostAsync("/api/listings", listing), 422, "decider-below-level");
        Assert.Equal(["issuerLevel"], refused.GetProperty("errors").EnumerateObject().Select(error => error.Name));

        listing["issuerLevel"] = "county";
        var created = await app.PostAsync("/api/listings", listing);
        Assert.True(created.IsSuccessStatusCode, await created.Content.ReadAsStringAsync(Cancellation));
        var caseId = created.Headers.Location!.ToString().Split('/')[^1];
        Assert.Equal("county", (await app.CaseAsync(caseId)).GetProperty("issuerLevel").GetString());
        Assert.Contains(
            "决定机关：永嘉县平安办（县级）。县级以上社会治安综合治理委员会决定（浙江省社会治安综合治理条例第二十九条）。",
            await app.Http.GetStringAsync($"/api/cases/{caseId}/documents/listing-notice", Cancellation), StringComparison.Ordinal);
        Assert.Contains("永嘉县平安办（县级）", await PageAsync(app, caseId), StringComparison.Ordinal);

        // The veto took effect by itself; the committee confirms it, and signs the decision.
        await app.AdvanceAsync("2026-10-12 10:00");
        var confirm = new { decision = "confirm", remarks = "予以确认", decidedBy = "永嘉县综治委", deciderLevel = "township" };
        await BadListingTests.ProblemAsync(
            await app.PostAsync($"/api/cases/{caseId}/veto-decision", confirm), 422, "decider-below-level");
        await BadListingTests.ProblemAsync(
            await app.PostAsync($"/api/cases/{caseId}/veto-decision", new { confirm.decision, confirm.remarks, deciderLevel = "county" }),
            422, "decider-not-named");
        var confirmed = await app.DoAsync(
            caseId, "veto-decision", new { confirm.decision, confirm.remarks, confirm.decidedBy, deciderLevel = "county" });
        var by = confirmed.GetProperty("veto").GetProperty("decidedBy");
        Assert.Equal(("永嘉县综治委", "county"), (by.GetProperty("name").GetString(), by.GetProperty("level").GetString()));

        var letter = PageForm.Parse(
            await app.Http.GetStringAsync($"/api/cases/{caseId}/documents/veto-decision", Cancellation)).Body!.TextContent;
        Assert.Contains("决定机关：永嘉县综治委（县级）。", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("永嘉县平安办（", letter, StringComparison.Ordinal);
        Assert.Contains("一票否决的决定机关永嘉县综治委（县级）", await PageAsync(app, caseId), StringComparison.Ordinal);
    }

    // R18: a township proposes, the county decides.
    [Fact]
    public async Task A_veto_is_proposed_from_the_level_of_the_text_and_decided_at_another()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var book = RealTextRulebooks.Bare("county-1991-levels");
        book["listing"]!["missed"] = "nextRung";
        book["veto"] = new System.Text.Json.Nodes.JsonObject { ["sanctionMonths"] = 12, ["source"] = "第五条" };
        book["directVeto"] = JsonSerializer.SerializeToNode(
            new { littleLeftDays = 90, eventSource = "第三条", decisionSource = "第四条", proposalSource = "第五条" });
        book["deciders"] = JsonSerializer.SerializeToNode(
            new[]
            {
                new
                {
                    measure = "veto", lowest = "county", chinese = "县综治委", english = "the committee of the county", source = "第五条",
                    proposedFrom = "county",
                },
            });
        await RealTextRulebooks.LoadAsync(app, book);

        var veto = new Dictionary<string, object?>
        {
            ["unitId"] = "yj-oubei",
            ["ground"] = "other",
            ["decidedOn"] = "2026-03-30",
            ["facts"] = "问题突出",
            ["legalBasis"] = "第五条",
            ["rulebookId"] = "county-1991-levels",
            ["proposedBy"] = "瓯北街道党工委",
            ["proposerLevel"] = "township",
        };
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/vetoes", veto), 422, "proposer-below-level");

        book["id"] = "county-1991-township";
        book["deciders"]![0]!["proposedFrom"] = "township";
        await RealTextRulebooks.LoadAsync(app, book);
        veto["rulebookId"] = "county-1991-township";
        var created = await app.PostAsync("/api/vetoes", veto);
        Assert.True(created.IsSuccessStatusCode, await created.Content.ReadAsStringAsync(Cancellation));
        var caseId = created.Headers.Location!.ToString().Split('/')[^1];
        var proposed = await app.CaseAsync(caseId);
        Assert.Equal(
            ("vetoProposed", "township"), (proposed.GetProperty("status").GetString(), proposed.GetProperty("proposerLevel").GetString()));
        Assert.Contains("瓯北街道党工委（乡镇级）", await PageAsync(app, caseId), StringComparison.Ordinal);

        var decision = new { decision = "impose", remarks = "同意", decidedBy = "县综治委", deciderLevel = "county" };
        var imposed = await app.DoAsync(caseId, "veto-decision", decision);
        Assert.Equal("vetoed", imposed.GetProperty("status").GetString());
        Assert.Contains("县综治委（县级）", await PageAsync(app, caseId), StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(App app, string caseId) =>
        PageForm.Parse(await app.Http.GetStringAsync($"/board/cases/{caseId}", Cancellation)).Body!.TextContent;
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.YearlyCycle;

/// <summary>S18: supervision visits (督促检查、明察暗访), dated, with findings, which may lead to a measure.</summary>
public class VisitJourney
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Settings that choose where ledger, register and books lie.</summary>
    protected virtual string[] Storage => [];

    [Fact]
    public async Task A_visit_is_entered_corrected_and_named_by_the_notice_and_the_listing_that_follow()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var visit = new { visitedOn = "2026-03-20", visitKind = "unannounced", visitedBy = "市督查组", findings = "消防通道堵塞" };
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(app, "v-1", visit)).StatusCode);
        // The same again, as after a lost answer: nothing new.
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(app, "v-1", visit)).StatusCode);
        await BadListingTests.ProblemAsync(
            await SendAsync(app, "v-1", new { visitedOn = "2026-03-21", visitedBy = "市督查组", findings = "消防通道堵塞" }), 422,
            "reason-needed");

        var listing = App.Listing("2026-03-30", new { months = 6 });
        listing["visitId"] = "v-1";
        var opened = await app.PostAsync("/api/listings", listing);
        var listed = await opened.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.True(opened.StatusCode == HttpStatusCode.Created, listed.ToString());
        Assert.Equal("v-1", listed.GetProperty("visitId").GetString());
        var caseId = listed.GetProperty("caseId").GetString()!;

        // Another visit, about the case that runs.
        Assert.Equal(
            HttpStatusCode.Created,
            (await SendAsync(app, "v-2", new { visitedOn = "2026-03-30", visitedBy = "县平安办", findings = "正在整改", caseId }))
                .StatusCode);
        Assert.Equal(
            ["v-1", "v-2"],
            (await app.ItemsAsync("/api/units/yj-oubei/visits")).Select(one => one.GetProperty("visitId").GetString()));

        var admonition = await app.PostAsync("/api/admonitions", new
        {
            unitId = "yj-oubei",
            rung = "notice",
            ground = "neglect",
            facts = "问题突出",
            goals = new[] { "整改到位" },
            issuedOn = "2026-03-30",
            legalBasis = "条例",
            issuedBy = "县平安办",
            visitId = "v-2",
        });
        Assert.True(admonition.StatusCode == HttpStatusCode.Created, await admonition.Content.ReadAsStringAsync(Cancellation));

        // Taken back, it stays in the book and leads to nothing new; the case keeps its name.
        await app.Http.DeleteAsync("/api/units/yj-oubei/visits/v-1?reason=%E8%AF%AF%E5%BD%95", Cancellation);
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/listings", listing), 422, "unknown-visit");
        Assert.Equal("v-1", (await app.CaseAsync(caseId)).GetProperty("visitId").GetString());
    }

    // boundary: the day of the measure, and the day after it
    [Theory]
    [InlineData("2026-03-29", "v-1", null)]
    [InlineData("2026-03-30", "v-1", "unknown-visit")]
    [InlineData("2026-03-29", "v-9", "unknown-visit")]
    public async Task A_measure_names_a_visit_of_its_own_unit_on_or_before_its_day(string visitedOn, string named, string? problem)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        await SendAsync(app, "v-1", new { visitedOn, visitedBy = "市督查组", findings = "消防通道堵塞" });
        var listing = App.Listing("2026-03-29", new { months = 6 });
        listing["visitId"] = named;
        var opened = await app.PostAsync("/api/listings", listing);
        if (problem is null) Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        else await BadListingTests.ProblemAsync(opened, 422, problem);
    }

    [Fact]
    public async Task A_visit_is_of_the_past_and_about_a_case_of_the_unit()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        await BadListingTests.ProblemAsync(
            await SendAsync(app, "v-1", new { visitedOn = "2026-03-31", visitedBy = "督查组", findings = "无" }), 422, "date-out-of-range");
        await BadListingTests.ProblemAsync(
            await SendAsync(app, "v-1", new { visitedOn = "2026-03-30", visitedBy = "督查组", findings = "无", caseId = "nobody" }), 422,
            "unknown-case");
    }

    [Fact]
    public async Task The_pages_of_unit_and_case_show_it_and_lead_from_it_to_the_form_of_a_measure()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", [.. Storage, .. Boards.Keys]);
        using var officer = await app.OfficerAsync();
        var form = (await officer.GetAsync("/board/units/yj-oubei/new-visit")).Location!;
        await officer.DoAsync(
            form, ("visitedOn", "2026-03-20"), ("visitKind", "inspection"), ("visitedBy", "市督查组"), ("findings", "消防通道堵塞"));
        var page = await officer.GetAsync("/board/units/yj-oubei");
        Assert.Contains("消防通道堵塞", page.Text);

        const string Opening = "/board/listings/new?unitId=yj-oubei&visitId=v-1";
        Assert.Contains(
            Opening, PageForm.Parse(page.Text).QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        var opened = (await officer.DoAsync(
            Opening, ("ground", "unresolvedHotspot"), ("severity", "serious"), ("facts", "消防通道堵塞"), ("goals", "清理通道"),
            ("period.months", "6"), ("legalBasis", "第十五条"))).Location!;
        Assert.Contains("市督查组", (await officer.GetAsync(opened)).Text);
    }

    private static Task<HttpResponseMessage> SendAsync(App app, string visitId, object body) =>
        app.Http.PutAsJsonAsync($"/api/units/yj-oubei/visits/{visitId}", body, Cancellation);
}

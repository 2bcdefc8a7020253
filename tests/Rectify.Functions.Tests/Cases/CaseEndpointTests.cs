using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Cases;

public class CaseEndpointTests
{
    [Fact]
    public async Task A_change_on_an_older_version_is_refused_with_412()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        var etag = (await app.Http.GetAsync($"/api/cases/{caseId}", TestContext.Current.CancellationToken)).Headers.ETag!;

        Assert.Equal(HttpStatusCode.OK, (await SubmitAsync(app, caseId, etag)).StatusCode);
        await BadListingTests.ProblemAsync(await SubmitAsync(app, caseId, etag), 412, "stale");
        await BadListingTests.ProblemAsync(await SubmitAsync(app, caseId, new EntityTagHeaderValue("\"new\"")), 400, "malformed");
    }

    [Fact]
    public async Task Two_changes_at_once_are_both_decided_on_what_is_recorded()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        var answers =
            await Task.WhenAll(
                Enumerable.Range(0, 20).Select(_ => app.PostAsync($"/api/cases/{caseId}/submission", new { summary = "已整改" })));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(19, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Single(await app.ItemsAsync($"/api/cases/{caseId}/events"),
            e => e.GetProperty("type").GetString() == "rectificationSubmitted");
    }

    [Fact]
    public async Task Cases_are_found_by_what_they_are_now()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        for (var months = 1; months <= 5; months++)
        {
            var body = App.Listing("2026-03-30", new { months });
            body["documentNumber"] = $"永平安督〔2026〕{months}号";
            (await app.PostAsync("/api/listings", body)).EnsureSuccessStatusCode();
        }

        // Two deadlines have passed, one is near.
        await app.AdvanceAsync("2026-06-20 09:00");
        Assert.Equal(2, (await app.ItemsAsync("/api/cases?status=vetoed")).Count);
        Assert.Equal(3, (await app.ItemsAsync("/api/cases?status=rectifying")).Count);
        Assert.Single(await app.ItemsAsync("/api/cases?light=yellow"));
        Assert.Equal(2, (await app.ItemsAsync("/api/cases?light=red")).Count);
        Assert.Equal(3, (await app.ItemsAsync("/api/cases?dueBefore=2026-07-01")).Count);
        Assert.Empty(await app.ItemsAsync("/api/cases?unitId=elsewhere"));

        var seen = new List<string>();
        for (var link = "/api/cases?top=2"; link is not null;)
        {
            var page = await app.GetAsync(link);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("caseId").GetString()!));
            link = page.GetProperty("nextLink").GetString();
        }

        Assert.Equal(5, seen.Distinct().Count());
        Assert.Equal(5, seen.Count);
    }

    [Theory]
    [InlineData("/api/cases?status=open", 400, "malformed")]
    [InlineData("/api/cases?light=pink", 400, "malformed")]
    [InlineData("/api/cases?dueBefore=tomorrow", 400, "malformed")]
    [InlineData("/api/cases?top=0", 400, "malformed")]
    [InlineData("/api/cases?top=201", 400, "malformed")]
    [InlineData("/api/cases?continuation=%21", 400, "malformed")]
    [InlineData("/api/cases/nothing", 404, "not-found")]
    [InlineData("/api/cases/nothing/events", 404, "not-found")]
    [InlineData("/api/eligibility?subject=oubei", 400, "malformed")]
    [InlineData("/api/eligibility?subject=unit:nobody", 404, "unknown-subject")]
    [InlineData("/api/eligibility?subject=unit:yj-oubei&on=2026-13-01", 400, "malformed")]
    [InlineData("/api/eligibility?subject=unit:yj-oubei&purpose=promotion", 422, "purpose-of-a-person")]
    [InlineData("/api/eligibility?subject=unit:%00", 400, "malformed")]
    [InlineData("/api/eligibility?subject=unit:yj-oubei&asOf=9999-12-31T23:59:59Z", 422, "as-of-in-the-future")]
    [InlineData("/api/eligibility?subject=unit:yj-oubei&asOf=0001-01-01T00:00:00Z", 422, "date-out-of-range")]
    [InlineData("/api/cases?unitId=%00", 400, "malformed")]
    [InlineData("/api/sanctions?subject=official:nobody", 404, "not-found")]
    [InlineData("/api/units/nobody", 404, "not-found")]
    [InlineData("/api/officials/nobody", 404, "not-found")]
    public async Task A_bad_question_is_answered_with_its_problem(string route, int status, string type)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        await BadListingTests.ProblemAsync(await app.Http.GetAsync(route, TestContext.Current.CancellationToken), status, type);
    }

    public static TheoryData<string, object, int, string> Changes => new()
    {
        { "submission", new { summary = "" }, 422, "text-length" },
        { "submission", new { summary = "x", submittedOn = "2026-03-29" }, 422, "date-out-of-range" },
        { "submission", new { summary = "x", submittedOn = "2026-03-31" }, 422, "date-out-of-range" },
        { "submission", new { summary = "x", evidence = new[] { new { name = "a", uri = "file:///etc/passwd" } } }, 422, "malformed-uri" },
        { "submission", new { summary = "x", evidence = new[] { new { name = "a", uri = "javascript:alert(1)" } } }, 422, "malformed-uri" },
        {
            "submission", new { summary = "x", evidence = new[] { new { name = "a", uri = "https://oubei.example/re\tport.pdf" } } },
            400, "malformed"
        },
        {
            "submission", new { summary = "x", evidence = new[] { new { name = "a", uri = "https://oubei.example/a\r\nb.pdf" } } },
            400, "malformed"
        },
        {
            "submission", new { summary = "x", evidence = new[] { new { name = "a", uri = "\u0001https://oubei.example/a.pdf" } } },
            400, "malformed"
        },
        {
            "submission", new { summary = "x", evidence = new[] { new { name = "a", uri = "https://oubei.example/a\u0085b.pdf" } } },
            400, "malformed"
        },
        { "inspection", new { result = "passed", remarks = "x" }, 409, "wrong-state" },
        { "inspection", new { result = "failed", remarks = "x", ifFailedLate = "continue" }, 422, "continue-needs-date" },
        { "extension", new { by = new { months = 4 }, reason = "x", approvedBy = "y" }, 422, "extension-limit" },
        { "extension", new { dueOn = "2026-09-30", reason = "x", approvedBy = "y" }, 422, "extension-backwards" },
        { "extension", new { dueOn = "2026-04-01", reason = "x", approvedBy = "y" }, 422, "extension-backwards" },
        { "extension", new { reason = "x", approvedBy = "y" }, 422, "period-form" },
        { "extension", new { by = new { dueOn = "2026-10-30" }, reason = "x", approvedBy = "y" }, 422, "period-form" },
        { "revocation", new { measure = "veto", effect = "void", reason = "x", decidedBy = "y" }, 409, "nothing-to-revoke" },
        {
            "revocation", new { measure = "listing", effect = "void", on = "2026-03-30", reason = "x", decidedBy = "y" },
            422, "void-has-no-date"
        },
        { "revocation", new { measure = "sanction", effect = "void", reason = "x", decidedBy = "y" }, 422, "sanction-id" },
        {
            "revocation", new { measure = "listing", effect = "fromDate", on = "2026-03-29", reason = "x", decidedBy = "y" },
            422, "date-out-of-range"
        },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_bad_change_is_refused_and_changes_nothing(string action, object body, int status, string type)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        var before = (await app.CaseAsync(caseId)).ToString();

        await BadListingTests.ProblemAsync(await app.PostAsync($"/api/cases/{caseId}/{action}", body), status, type);
        Assert.Equal(before, (await app.CaseAsync(caseId)).ToString());
    }

    private static async Task<HttpResponseMessage> SubmitAsync(App app, string caseId, EntityTagHeaderValue etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/cases/{caseId}/submission")
        {
            Content = JsonContent.Create(new { summary = "已整改" }),
        };
        request.Headers.IfMatch.Add(etag);
        return await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

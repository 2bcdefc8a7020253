using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Listings;

/// <summary>Bad input is answered with the member, the value and the rule, and changes nothing.</summary>
public class BadListingTests
{
    public static TheoryData<string, string, int, string, string> Bodies => new()
    {
        // member, its JSON (empty: left out), status, type, text that the detail must hold
        { "unitId", "\"nowhere\"", 422, "unknown-unit", "\"nowhere\"" },
        { "unitId", "7", 400, "malformed", "unitId" },
        { "unitId", "", 400, "malformed", "unitId is missing" },
        { "unitId", "\"\\u0000\"", 400, "malformed", "U+0000" },
        { "ground", "\"laziness\"", 400, "malformed", "unresolvedHotspot" },
        { "severity", "1", 400, "malformed", "serious" },
        { "facts", "\"  \"", 422, "text-length", "facts" },
        { "goals", "[]", 422, "goals-count", "S8" },
        { "goals", "[null]", 400, "malformed", "goals[0]" },
        { "goals", "\"one\"", 400, "malformed", "goals" },
        { "listedOn", "\"2026-02-29\"", 400, "malformed", "\"2026-02-29\"" },
        { "listedOn", "\"30.3.2026\"", 400, "malformed", "yyyy-MM-dd" },
        { "listedOn", "null", 400, "malformed", "listedOn is not null" },
        { "period", "{}", 400, "malformed", "exactly one" },
        { "period", "{\"months\":6,\"days\":10}", 400, "malformed", "months and days" },
        { "period", "{\"weeks\":6}", 400, "malformed", "weeks" },
        { "period", "{\"months\":\"6\"}", 400, "malformed", "whole number" },
        { "period", "{\"months\":1.5}", 400, "malformed", "1.5" },
        { "period", "{\"dueOn\":\"soon\"}", 400, "malformed", "\"soon\"" },
        { "period", "{\"dueOn\":\"2026-03-30\"}", 422, "deadline-before-listing", "2026-03-30" },
        { "period", "{\"dueOn\":\"2026-03-01\"}", 422, "no-deadline", "2026-03-01" },
        { "period", "{\"dueOn\":\"9999-12-31\"}", 422, "deadline-too-far", "24 months" },
        { "legalBasis", "\"\"", 422, "text-length", "legalBasis" },
        { "rulebookId", "\"henan\"", 422, "unknown-rulebook", "zhejiang-2017" },
        { "officials", "[{\"officialId\":\"nobody\",\"role\":\"principal\"}]", 422, "unknown-official", "\"nobody\"" },
        { "officials", "[{\"officialId\":\"o-1\",\"role\":\"other\"}]", 422, "role-not-sanctioned", "S1" },
        {
            "officials", """[{"officialId":"o-1","role":"principal"},{"officialId":"o-1","role":"inCharge"}]""",
            422, "official-named-twice", "o-1"
        },
        { "officials", "[{\"officialId\":\"o-1\"}]", 400, "malformed", "officials[0].role is missing" },
        { "receivedOn", "\"2026-03-29\"", 422, "received-before-listing", "2026-03-29" },
        { "issuer", "\"x\"", 400, "malformed", "issuer is not a member" },

        // boundary
        { "period", "{\"months\":0}", 400, "malformed", "1 to 24" },
        { "period", "{\"months\":25}", 400, "malformed", "got 25" },
        { "period", "{\"days\":731}", 400, "malformed", "1 to 730" },
        { "period", "{\"workingDays\":501}", 400, "malformed", "1 to 500" },
        { "listedOn", "\"2025-03-28\"", 422, "listing-date-out-of-range", "366 days back" },
        { "listedOn", "\"2026-05-01\"", 422, "listing-date-out-of-range", "31 ahead" },
        { "listedOn", "\"2023-12-31\"", 422, "before-calendar", "2024-01-01" },
        { "listedOn", "\"0001-01-01\"", 422, "before-calendar", "0001-01-01" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bad_member_is_named_with_its_value_and_rule(string member, string json, int status, string type, string detail)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var body = App.Listing("2026-03-30", new { months = 6 });
        if (json.Length == 0) body.Remove(member);
        else body[member] = JsonElement.Parse(json);

        foreach (var route in new[] { "/api/listings", "/api/listings/preview" })
        {
            var problem = await ProblemAsync(await app.PostAsync(route, body), status, type);
            Assert.Contains(detail, problem.GetProperty("detail").GetString());
            Assert.NotEmpty(problem.GetProperty("errors").EnumerateObject());
        }

        Assert.Empty(await app.ItemsAsync("/api/cases"));
    }

    [Fact]
    public async Task A_listing_from_the_past_leaves_time_to_rectify_or_is_refused()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");

        var past = await app.PostAsync("/api/listings", App.Listing("2026-01-05", new { dueOn = "2026-03-29" }));
        await ProblemAsync(past, 422, "deadline-in-the-past");
        var today = await app.PostAsync("/api/listings", App.Listing("2026-01-05", new { dueOn = "2026-03-30" }));
        Assert.Equal(HttpStatusCode.Created, today.StatusCode);
    }

    [Theory]
    [InlineData("{\"unitId\":", 400, "malformed")]
    [InlineData("[]", 400, "malformed")]
    [InlineData("null", 400, "malformed")]
    [InlineData("{\"facts\":\"\\ud800\"}", 400, "malformed")]
    [InlineData("", 400, "malformed")]
    public async Task A_body_that_is_no_object_is_refused(string text, int status, string type)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        await ProblemAsync(await app.Http.PostAsync("/api/listings", Json(text), TestContext.Current.CancellationToken), status, type);
    }

    [Fact]
    public async Task A_body_is_JSON_of_at_most_one_megabyte()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var cancellation = TestContext.Current.CancellationToken;

        await ProblemAsync(await app.Http.PostAsync("/api/listings", new StringContent("a=b"), cancellation), 415, "not-json");
        await ProblemAsync(await app.Http.PostAsync("/api/listings", Json($"\"{new string('x', 1024 * 1024)}\""), cancellation), 413,
            "body-too-large");

        // Without a length in the header the bytes themselves are counted.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/listings")
        {
            Content = Json($"\"{new string('x', 1024 * 1024)}\""),
        };
        request.Headers.TransferEncodingChunked = true;
        await ProblemAsync(await app.Http.SendAsync(request, cancellation), 413, "body-too-large");
    }

    internal static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, int status, string type)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("   at ", text);
        var problem = JsonElement.Parse(text);
        Assert.Equal($"/problems/{type}", problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        return problem;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Access;

/// <summary>What belongs to one unit or one body is not served to another, on whatever route it is asked for.</summary>
public class ScopeTests
{
    private static readonly string[] Keys =
    [
        "--Access:Keys:0:Name", "邻街道", "--Access:Keys:0:Role", "unit",
        "--Access:Keys:0:Key", "other-key-of-the-tests", "--Access:Keys:0:UnitId", "yj-other",
        "--Access:Keys:1:Name", "组织部", "--Access:Keys:1:Role", "consulting", "--Access:Keys:1:Key", "cadres-key-of-the-tests",
        "--Access:Keys:2:Name", "文明办", "--Access:Keys:2:Role", "consulting", "--Access:Keys:2:Key", "honours-key-of-the-tests",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_that_another_body_asked_for_looks_like_none()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Keys);
        var question = new { subjects = new[] { "official:o-1" }, purpose = "promotion", askedBy = "县委组织部" };
        var asked = await SendAsync(app, HttpMethod.Post, "/api/consultations", "cadres-key-of-the-tests", question);
        var id = asked.Headers.Location!.ToString().Split('/')[^1];

        foreach (var route in (string[])[$"/api/consultations/{id}", $"/api/consultations/{id}/document"])
        {
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(app, HttpMethod.Get, route, "cadres-key-of-the-tests")).StatusCode);
            var refused = await SendAsync(app, HttpMethod.Get, route, "honours-key-of-the-tests");
            var missing = await SendAsync(
                app, HttpMethod.Get, route.Replace(id, "none", StringComparison.Ordinal), "honours-key-of-the-tests");
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
            Assert.Equal(
                await missing.Content.ReadAsStringAsync(Cancellation),
                (await refused.Content.ReadAsStringAsync(Cancellation)).Replace(id, "none", StringComparison.Ordinal));
        }
    }

    // Every route of the contract that names something by its id, asked with keys that have nothing to do with it.
    [Fact]
    public async Task No_route_serves_an_entity_of_one_unit_or_body_to_another()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Keys);
        await app.PutOtherUnitAsync();
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        var question = new { subjects = new[] { "official:o-1" }, purpose = "award", askedBy = "县平安办" };
        var reply = (await app.PostAsync("/api/consultations", question)).Headers.Location!.ToString().Split('/')[^1];
        var subscribed = await app.PostAsync("/api/feeds", new { label = "平安办" });
        var feed = (await subscribed.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("feedId").GetString()!;
        var mail = (await app.ItemsAsync("/api/notices"))[0].GetProperty("noticeId").GetString()!;
        var ids = new Dictionary<string, string>
        {
            ["caseId"] = caseId,
            ["consultationId"] = reply,
            ["feedId"] = feed,
            ["id"] = mail,
            ["noticeId"] = mail,
            ["unitId"] = "yj-oubei",
            ["officialId"] = "o-1",
            ["kind"] = "listing-notice",
            ["year"] = "2026",
            ["rulebookId"] = "zhejiang",
            ["duty"] = "letter",
            ["subject"] = "unit:yj-oubei",
        };
        // The yearly cycle answers a unit with its own duties alone.
        var open = new HashSet<string>
        {
            "/api/calendar/{year}", "/api/rulebooks/{rulebookId}", "/api/rulebooks/{id}", "/api/yearly-cycle/{year}",
        };

        var asked = 0;
        foreach (var path in (await app.GetAsync("/api/openapi.json")).GetProperty("paths").EnumerateObject())
        {
            var isOfOneThing = path.Name.StartsWith("/api/", StringComparison.Ordinal) && path.Name.Contains('{', StringComparison.Ordinal);
            if (!isOfOneThing || open.Contains(path.Name)) continue;
            var route = ids.Aggregate(path.Name, (text, id) => text.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));
            var methods = path.Value.EnumerateObject().Select(member => member.Name);
            foreach (var method in methods.Where(name => name is "get" or "post" or "put" or "delete"))
            {
                foreach (var key in (string[])["other-key-of-the-tests", "honours-key-of-the-tests"])
                {
                    var body = method is "post" or "put" ? new { } : null;
                    var answer = await SendAsync(app, new HttpMethod(method.ToUpperInvariant()), route, key, body);
                    Assert.True(
                        answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound,
                        $"{method} {route} with {key}: {answer.StatusCode}");
                    asked++;
                }
            }
        }

        Assert.InRange(asked, 40, int.MaxValue);
    }

    private static async Task<HttpResponseMessage> SendAsync(App app, HttpMethod method, string route, string key, object? body = null)
    {
        using var request = new HttpRequestMessage(method, route) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("x-functions-key", key);
        return await app.WithoutKey.SendAsync(request, Cancellation);
    }
}

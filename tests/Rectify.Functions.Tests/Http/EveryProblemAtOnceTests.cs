using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Http;

/// <summary>A request is told everything that is wrong with it in one answer, and not two or three things in each round.</summary>
public sealed class EveryProblemAtOnceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_value_that_cannot_be_read_is_named_with_every_member_that_is_missing_or_unknown()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        const string body = """
        { "unitId": 7, "ground": "whim", "listedOn": "2026-02-30", "receivedOn": "yesterday", "period": { "months": "six" }, "goals": "all",
          "legalBasis": "x", "unheardOf": 1, "officials": [ { "officialId": "o-1", "role": "boss" }, { "role": "principal" } ] }
        """;

        Assert.Equal(
            "facts goals ground issuedBy listedOn officials[0].role officials[1].officialId period receivedOn unheardOf unitId",
            await MembersAsync(await PostAsync(app, "/api/listings", body), HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Every_rule_that_a_listing_breaks_is_named()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var body = App.Listing("2026-03-30", new { months = 24 });
        (body["facts"], body["goals"], body["receivedOn"]) = (" ", Array.Empty<string>(), "2026-03-01");
        body["officials"] = new[] { new { officialId = "o-4", role = "other" } };

        var (opened, previewed) = (await app.PostAsync("/api/listings", body), await app.PostAsync("/api/listings/preview", body));
        Assert.Equal("facts goals officials receivedOn", await MembersAsync(opened, HttpStatusCode.UnprocessableEntity));
        Assert.Equal("facts goals officials receivedOn", await MembersAsync(previewed, HttpStatusCode.UnprocessableEntity));
        Assert.Empty(await app.ItemsAsync("/api/cases"));
    }

    [Fact]
    public async Task What_the_register_does_not_know_is_named_with_what_the_body_lacks()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var body = App.Listing("2026-03-30", new { months = 6 });
        (body["unitId"], body["rulebookId"], body["issuedBy"]) = ("nobody", "no-rules", "");
        body["officials"] = new[] { new { officialId = "n-1", role = "principal" }, new { officialId = "n-2", role = "principal" } };

        var answer = await app.PostAsync("/api/listings", body);

        Assert.Equal("issuedBy officials rulebookId unitId", await MembersAsync(answer, HttpStatusCode.UnprocessableEntity));
        var officials = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("errors").GetProperty("officials");
        Assert.Equal(2, officials.GetArrayLength());
    }

    [Theory]
    [InlineData(
        "submission", """{"summary":"","evidence":[{"name":"","uri":"ftp://x"},{"name":"a","uri":"https://x.example","sha256":"no"}]}""",
        "evidence[0].name evidence[0].uri evidence[1].sha256 summary")]
    [InlineData("inspection", """{"result":"passed","remarks":"","ifFailedLate":"continue"}""", "ifFailedLate newDueOn remarks")]
    [InlineData("extension", """{"reason":"","approvedBy":" ","by":{"months":1},"dueOn":"2026-12-01"}""", "approvedBy by reason")]
    [InlineData(
        "revocation", """{"measure":"sanction","effect":"void","on":"2026-03-30","reason":"","decidedBy":"x"}""", "on reason sanctionId")]
    [InlineData("correction", """{"reason":"","decidedBy":"","measure":"veto"}""", "decidedBy measure reason")]
    public async Task Every_rule_that_a_command_breaks_is_named(string command, string body, string members)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });

        var answer = await PostAsync(app, $"/api/cases/{caseId}/{command}", body);

        Assert.Equal(members, await MembersAsync(answer, HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task Every_rule_that_an_entry_of_the_register_breaks_is_named()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var official = await app.Http.PutAsync("/api/officials/z-9", Json("""
            { "name": " ", "email": "nowhere", "posts": [
              { "unitId": "nobody", "post": "", "role": "principal", "from": "2024-01-01", "to": "2023-01-01" },
              { "unitId": "yj-oubei", "post": " ", "role": "other", "from": "1024-01-01" } ] }
            """), Cancellation);
        Assert.Equal(
            "email name posts[0].post posts[0].to posts[1].post", await MembersAsync(official, HttpStatusCode.UnprocessableEntity));

        var unit = await app.Http.PutAsync("/api/units/u-9", Json("""
            { "name": "", "kind": "unit", "level": "county", "liaison": { "name": "", "email": "nowhere" }, "parentUnitId": "nobody",
              "successorUnitId": "nobody-else" }
            """), Cancellation);
        Assert.Equal(
            "liaison.email liaison.name name parentUnitId successorUnitId", await MembersAsync(unit, HttpStatusCode.UnprocessableEntity));
    }

    [Theory]
    [InlineData("PUT", "/api/assessments/yj-oubei/2025",
        """{"result":"failed","decidedOn":"2024-12-31","remarks":" ","reason":"x"}""", "decidedOn reason remarks")]
    [InlineData("PUT", "/api/responsibility-letters/yj-oubei/2026",
        """{"signedOn":"2026-12-31","signedBy":" ","signedWith":"县委","reason":" "}""", "reason signedBy signedOn")]
    [InlineData("PUT", "/api/duty-reports/o-1/2026",
        """{"submittedOn":"2026-12-31","summary":" ","reason":" "}""", "reason submittedOn summary")]
    [InlineData("POST", "/api/consultations",
        """{"subjects":["unit:yj-oubei","unit:yj-oubei"],"purpose":"honour","askedBy":" ","on":"2999-01-01"}""", "askedBy on subjects[1]")]
    [InlineData("PUT", "/api/calendar/2028",
        """{"source":" ","daysOff":["2027-01-01"],"makeUpWorkingDays":[]}""", "daysOff[0] source year")]
    public async Task Every_rule_that_an_entry_of_a_book_breaks_is_named(string method, string route, string body, string members)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");

        using var request = new HttpRequestMessage(new HttpMethod(method), route) { Content = Json(body) };
        using var answer = await app.Http.SendAsync(request, Cancellation);

        Assert.Equal(members, await MembersAsync(answer, HttpStatusCode.UnprocessableEntity));
    }

    private static Task<HttpResponseMessage> PostAsync(App app, string route, string body) =>
        app.Http.PostAsync(route, Json(body), Cancellation);

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task<string> MembersAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(status == answer.StatusCode, text);
        return string.Join(
            ' ', JsonElement.Parse(text).GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
    }
}

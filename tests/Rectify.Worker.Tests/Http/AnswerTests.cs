using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Rectify.Worker.Tests.Hosting;
using Rectify.Worker.Tests.Journeys;

namespace Rectify.Worker.Tests.Http;

/// <summary>One answer of each kind, through the worker's ASP.NET Core integration.</summary>
public sealed class AnswerTests(AnswerTests.Office office) : IClassFixture<AnswerTests.Office>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private HttpClient Http => office.App.Host.Http;

    [Fact]
    public async Task A_page_is_HTML_with_Chinese_text_as_it_is_written()
    {
        using var response = await Http.GetAsync("/board/cases", Cancellation);
        await AssertTextAsync(response, "text/html", "瓯北街道");
        Assert.DoesNotContain("&#x", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_register_is_CSV_with_a_byte_order_mark_and_Chinese_text()
    {
        using var response = await Http.GetAsync("/api/registry/export?kind=units", Cancellation);
        await AssertTextAsync(response, "text/csv", "瓯北街道");
        var bytes = await response.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..Encoding.UTF8.Preamble.Length]);
    }

    [Fact]
    public async Task A_feed_is_an_iCalendar_with_Chinese_text_that_opens_without_a_key()
    {
        using var made = await Http.PostAsJsonAsync("/api/feeds", new { label = "日历" }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var address = new Uri((await made.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("address").GetString()!);

        using var response = await office.App.Host.WithoutKey.GetAsync(address.PathAndQuery, Cancellation);
        await AssertTextAsync(response, "text/calendar", "瓯北街道");
    }

    [Fact]
    public async Task JSON_has_camel_case_names_and_Chinese_text()
    {
        using var response = await Http.GetAsync("/api/units/yj-oubei", Cancellation);
        await AssertTextAsync(response, "application/json", "supervisorEmail");
        Assert.Equal("瓯北街道", (await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_refusal_is_a_problem_that_names_the_member_and_the_rule()
    {
        using var response = await Http.PostAsJsonAsync("/api/feeds", new { label = "日历", unitId = "nowhere" }, Cancellation);
        Assert.Equal((422, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("/problems/unknown-unit", problem.GetProperty("type").GetString());
        Assert.True(problem.GetProperty("errors").TryGetProperty("unitId", out _), problem.GetRawText());
    }

    private static async Task AssertTextAsync(HttpResponseMessage response, string mediaType, string text)
    {
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{(int)response.StatusCode} {body}");
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.True(body.Contains(text, StringComparison.Ordinal), body);
    }

    /// <summary>A running app in which a unit is listed.</summary>
    public sealed class Office(Publishing.PublishedApp published) : IAsyncLifetime
    {
        public RunningApp App { get; } = new(published);

        public async ValueTask InitializeAsync()
        {
            await App.InitializeAsync();
            await App.Host.PlayUntilListedAsync(Scenario.MissedDeadline);
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}

using System.Net;
using System.Net.Http.Json;
using Rectify.Worker.Tests.Hosting;

namespace Rectify.Worker.Tests.Http;

/// <summary>The gate, which is middleware of the real worker.</summary>
public sealed class GateTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_brings_no_key_is_answered_401()
    {
        using var response = await app.Host.WithoutKey.GetAsync("/api/cases", Cancellation);
        AssertRefused(HttpStatusCode.Unauthorized, response);
    }

    [Fact]
    public async Task A_key_whose_role_may_not_list_units_is_answered_403()
    {
        using var request = ByReader(HttpMethod.Post, "/api/listings");
        request.Content = JsonContent.Create(new { });
        using var response = await app.Host.WithoutKey.SendAsync(request, Cancellation);
        AssertRefused(HttpStatusCode.Forbidden, response);
    }

    [Fact]
    public async Task The_same_key_reads()
    {
        using var request = ByReader(HttpMethod.Get, "/api/cases");
        using var response = await app.Host.WithoutKey.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_browser_without_a_session_is_sent_to_the_sign_in()
    {
        using var response = await app.Host.WithoutKey.GetAsync("/board", Cancellation);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.StartsWith("/board/sign-in", response.Headers.Location?.ToString());
    }

    // boundary
    [Theory]
    [InlineData("GET", "/api/no-such-thing")]
    [InlineData("DELETE", "/api/health/live")]
    public async Task What_no_route_takes_is_answered_404(string method, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), path);
        using var response = await app.Host.Http.SendAsync(request, Cancellation);
        AssertRefused(HttpStatusCode.NotFound, response);
    }

    [Fact]
    public async Task The_empty_address_leads_to_the_board()
    {
        using var response = await app.Host.WithoutKey.GetAsync("/", Cancellation);
        Assert.Equal((HttpStatusCode.Redirect, "/board"), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("zh-CN", "没有 /board/no-such-page 这个地址", "回到总览")]
    [InlineData("en", "There is nothing at /board/no-such-page", "Back to the overview")]
    public async Task A_page_that_does_not_exist_is_a_page_in_the_readers_language_with_a_way_back(
        string language, string words, string back)
    {
        using var response = await app.Host.WithoutKey.GetAsync($"/board/no-such-page?lang={language}", Cancellation);
        var page = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains(back, page, StringComparison.Ordinal);
    }

    private static HttpRequestMessage ByReader(HttpMethod method, string path) =>
        new(method, path) { Headers = { { "x-functions-key", RunningApp.ReaderKey } } };

    private static void AssertRefused(HttpStatusCode status, HttpResponseMessage response)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }
}

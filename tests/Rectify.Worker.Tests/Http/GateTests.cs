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
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static HttpRequestMessage ByReader(HttpMethod method, string path) =>
        new(method, path) { Headers = { { "x-functions-key", RunningApp.ReaderKey } } };

    private static void AssertRefused(HttpStatusCode status, HttpResponseMessage response)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }
}

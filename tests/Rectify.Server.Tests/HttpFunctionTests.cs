using System.Net;
using Rectify.Server.SampleApp;

namespace Rectify.Server.Tests;

public sealed class HttpFunctionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    // an unknown route
    [InlineData("GET", "/api/nowhere")]
    [InlineData("GET", "/ping")]
    // a known route, another method
    [InlineData("POST", "/api/ping")]
    [InlineData("HEAD", "/api/ping")]
    // a route constraint that fails
    [InlineData("GET", "/api/numbers/seven")]
    public async Task What_no_function_answers_is_not_found_in_words(string method, string path)
    {
        await using var host = await TestHost.StartAsync(folder.Path, [], typeof(WebFunctions));

        using var answer = await host.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Cancel);

        Assert.Equal((HttpStatusCode.NotFound, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(
            method == "HEAD" ? "" : $"Nothing answers {method} at this address.", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("/api/ping")]
    [InlineData("/API/Ping")]
    public async Task A_function_without_a_route_is_found_by_its_name_in_any_case(string path)
    {
        await using var host = await TestHost.StartAsync(folder.Path, [], typeof(WebFunctions));

        using var answer = await host.GetAsync(path);

        Assert.Equal("pong", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task The_route_prefix_comes_from_host_json()
    {
        folder.Write("host.json", """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""");
        await using var host = await TestHost.StartAsync(folder.Path, [], typeof(WebFunctions));

        using var found = await host.GetAsync("/ping");
        using var lost = await host.GetAsync("/api/ping");

        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, lost.StatusCode);
    }

    [Fact]
    public async Task Two_functions_share_a_route_by_their_methods()
    {
        await using var host = await TestHost.StartAsync(folder.Path, [], typeof(WebFunctions));

        using var read = await host.GetAsync("/api/notes");
        using var written = await host.Http.PutAsync("/api/notes", null, Cancel);

        Assert.Equal("read", await read.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("written", await written.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task An_object_result_is_camel_case_json()
    {
        await using var host = await TestHost.StartAsync(folder.Path, [], typeof(WebFunctions));

        using var answer = await host.GetAsync("/api/object");

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("""{"caseId":"c-1","dueOn":"2026-09-30"}""", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_problem_is_problem_json_with_its_own_status()
    {
        await using var host = await TestHost.StartAsync(folder.Path, [], typeof(WebFunctions));

        using var answer = await host.GetAsync("/api/problem");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_file_result_is_sent_with_its_type()
    {
        await using var host = await TestHost.StartAsync(folder.Path, [], typeof(WebFunctions));

        using var answer = await host.GetAsync("/api/feeds/abc.ics");

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("abc", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_minimal_api_result_is_executed()
    {
        await using var host = await TestHost.StartAsync(folder.Path, [], typeof(WebFunctions));

        using var answer = await host.GetAsync("/api/result");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task A_plain_string_is_answered_with_an_empty_200()
    {
        await using var host = await TestHost.StartAsync(folder.Path, [], typeof(WebFunctions));

        using var answer = await host.GetAsync("/api/text");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task An_unhandled_exception_is_an_empty_500()
    {
        await using var host = await TestHost.StartAsync(folder.Path, [], typeof(WebFunctions));

        using var answer = await host.GetAsync("/api/broken");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task Route_values_are_bound_by_name_and_converted()
    {
        await using var host = await TestHost.StartAsync(folder.Path, [], typeof(WebFunctions));

        using var answer = await host.GetAsync("/api/values/7/0f8fad5b-d9cb-469f-a165-70867728950e/unit/2026-09-30");

        Assert.Equal(
            "7 0f8fad5b-d9cb-469f-a165-70867728950e unit 2026-09-30 none", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_principal_that_the_caller_claims_reaches_the_function_unchanged_so_it_proves_nothing()
    {
        await using var host = await TestHost.StartAsync(folder.Path, [], typeof(WebFunctions));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/principal");
        request.Headers.Add("x-ms-client-principal", "claimed");

        using var answer = await host.Http.SendAsync(request, Cancel);

        Assert.Equal("claimed", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Answers_do_not_name_the_server()
    {
        await using var host = await TestHost.StartAsync(folder.Path, [], typeof(WebFunctions));

        using var answer = await host.GetAsync("/api/ping");

        Assert.False(answer.Headers.Contains("Server"));
    }
}

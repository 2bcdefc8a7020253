using System.Net;
using Rectify.Server.SampleApp;

namespace Rectify.Server.Tests;

public sealed class FunctionKeyTests : IDisposable
{
    private static readonly string[] Keys = ["--Host__FunctionKey", "function-key", "--Host:MasterKey", "master-key"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    // anonymous
    [InlineData("Anonymous", null, HttpStatusCode.OK)]
    // a level given, or none given, with methods or without: the function key
    [InlineData("Function", null, HttpStatusCode.Unauthorized)]
    [InlineData("MethodsOnly", null, HttpStatusCode.Unauthorized)]
    [InlineData("Nothing", null, HttpStatusCode.Unauthorized)]
    [InlineData("Function", "function-ke", HttpStatusCode.Unauthorized)]
    [InlineData("Function", "function-key", HttpStatusCode.OK)]
    [InlineData("MethodsOnly", "function-key", HttpStatusCode.OK)]
    [InlineData("Nothing", "function-key", HttpStatusCode.OK)]
    // the master key opens everything, and is the only one for Admin
    [InlineData("Function", "master-key", HttpStatusCode.OK)]
    [InlineData("Admin", "function-key", HttpStatusCode.Unauthorized)]
    [InlineData("Admin", "master-key", HttpStatusCode.OK)]
    public async Task A_level_asks_for_its_key(string function, string? key, HttpStatusCode expected)
    {
        await using var host = await TestHost.StartAsync(folder.Path, Keys, typeof(LevelFunctions));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/{function}");
        request.Headers.Add("x-functions-key", key);

        using var byHeader = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        using var byQuery = await host.GetAsync($"/api/{function}?code={key}");

        Assert.Equal(expected, byHeader.StatusCode);
        Assert.Equal(expected, byQuery.StatusCode);
        Assert.Empty(await byHeader.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=")]
    [InlineData("?code=anything")]
    public async Task While_no_key_is_set_nothing_opens_a_function_that_needs_one(string query)
    {
        await using var host = await TestHost.StartAsync(folder.Path, [], typeof(LevelFunctions));

        using var answer = await host.GetAsync($"/api/Function{query}");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}

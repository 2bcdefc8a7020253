using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Rectify.Embedded.Tests.Hosting;

public sealed class FunctionKeyTests : IDisposable
{
    private static readonly string[] Keys = ["--Host__FunctionKey", "function-key", "--Host:MasterKey", "master-key"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

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
        await using var host = await TestHost.StartAsync(_folder.Path, Keys, typeof(Functions));
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
        await using var host = await TestHost.StartAsync(_folder.Path, [], typeof(Functions));

        using var answer = await host.GetAsync($"/api/Function{query}");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    internal static class Functions
    {
        [Function("Anonymous")]
        public static IActionResult Anonymous([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => new OkResult();

        [Function("Function")]
        public static IActionResult Function([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => new OkResult();

        [Function("MethodsOnly")]
        public static IActionResult MethodsOnly([HttpTrigger("get", "post")] HttpRequest request) => new OkResult();

        [Function("Nothing")]
        public static IActionResult Nothing([HttpTrigger] HttpRequest request) => new OkResult();

        [Function("Admin")]
        public static IActionResult Admin([HttpTrigger(AuthorizationLevel.Admin, "get")] HttpRequest request) => new OkResult();
    }
}

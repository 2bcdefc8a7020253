using System.Text.Json;
using System.Text.RegularExpressions;
using Rectify.Worker.Tests.Hosting;
using Rectify.Worker.Tests.Http;
using Rectify.Worker.Tests.Publishing;

namespace Rectify.Worker.Tests.Indexing;

/// <summary>The functions as code, published metadata and worker tell of them.</summary>
public sealed partial class IndexingTests(PublishedApp app, RunningApp running) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task Every_function_that_the_code_declares_is_indexed_by_the_worker_with_its_route_level_and_schedule()
    {
        using var code = new DeclaredFunctions(app.Folder);
        var worker = await running.Host.Workers.CurrentAsync(TestContext.Current.CancellationToken);
        Assert.Equal(code.Describe().Order(StringComparer.Ordinal), FunctionLine.Describe(worker.Functions));
    }

    [Fact]
    public async Task The_published_metadata_tell_of_the_same_functions_as_the_worker()
    {
        var worker = await running.Host.Workers.CurrentAsync(TestContext.Current.CancellationToken);
        Assert.Equal(FunctionLine.Describe(PublishedMetadata.Read(app.Folder)), FunctionLine.Describe(worker.Functions));
    }

    [Fact]
    public void Routes_stand_in_the_metadata_as_the_platform_serves_them()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(app.Folder, "host.json")));
        Assert.Equal("", host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.DoesNotContain(
            PublishedMetadata.Read(app.Folder).Of("httpTrigger"),
            function => function.Text("route")!.Contains(':', StringComparison.Ordinal));
    }

    [Fact]
    public void Each_route_is_answered_by_its_own_function_in_the_order_in_which_the_host_tries_them()
    {
        var published = PublishedMetadata.Read(app.Folder);
        var routes = new RouteTable(published);
        Assert.All(published.Of("httpTrigger").SelectMany(function => function.Methods, (function, method) => (function, method)), one =>
        {
            var address = RouteValue().Replace(one.function.Text("route")!, "any");
            Assert.Equal(one.function.Name, routes.Find(HttpMethod.Parse(one.method), $"/{address}")?.Function.Name);
        });
    }

    [Fact]
    public void The_platform_asks_for_no_key_of_its_own_because_the_gate_asks_for_the_offices() =>
        Assert.All(PublishedMetadata.Read(app.Folder).Of("httpTrigger"), function => Assert.Equal("Anonymous", function.Text("authLevel")));

    [Fact]
    public async Task The_container_builds_and_the_app_says_that_it_is_ready()
    {
        using var ready = await running.Host.WithoutKey.GetAsync("/api/health/ready", TestContext.Current.CancellationToken);
        Assert.True(ready.IsSuccessStatusCode, await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("{[^}]*}", RegexOptions.CultureInvariant)]
    private static partial Regex RouteValue();
}

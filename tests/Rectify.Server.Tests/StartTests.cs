using System.Net;
using System.Net.Sockets;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Server.SampleApp;

namespace Rectify.Server.Tests;

public sealed class StartTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_function_that_cannot_be_served_is_named_at_start()
    {
        await RefusedAsync("Two functions carry the function name 'Twice'", ("Twice", "Tick", [WrittenFunctions.Hourly]),
            ("twice", "Tick", [WrittenFunctions.Hourly]));
        await RefusedAsync("'rate' of type System.Double", ("Odd", "Rated", [WrittenFunctions.GetTrigger]));
        await RefusedAsync("exactly one binding is a trigger; found 0", ("Odd", "Idle", []));
        await RefusedAsync("exactly one binding is a trigger; found 2",
            ("Odd", "Get", [WrittenFunctions.GetTrigger, WrittenFunctions.Hourly]));
        await RefusedAsync("'request' with the httpTrigger is a HttpRequest; got System.String",
            ("Odd", "Body", [WrittenFunctions.GetTrigger]));
        await RefusedAsync("no parameter has the name 'request' of its httpTrigger", ("Odd", "Tick", [WrittenFunctions.GetTrigger]));
        await RefusedAsync("does not know the trigger queueTrigger",
            ("Odd", "Tick", [WrittenFunctions.Hourly.Replace("timerTrigger", "queueTrigger", StringComparison.Ordinal)]));
        await RefusedAsync("the level is one of Anonymous",
            ("Odd", "Get", [WrittenFunctions.GetTrigger.Replace("Anonymous", "Everybody", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task A_method_that_cannot_be_called_is_named_at_start()
    {
        await RefusedAsync("not a ValueTask", ("Odd", "Later", [WrittenFunctions.Hourly]));
        await RefusedAsync("type parameters", ("Odd", "Generic", [WrittenFunctions.Hourly]));
        await RefusedAsync("its method is not public", ("Odd", "Hidden", [WrittenFunctions.Hourly]));
        await RefusedAsync("more than one method of that name", ("Odd", "Twice", [WrittenFunctions.Hourly]));
        await RefusedAsync("lies in no other class", ("Odd", "Rectify.Server.Tests.OddFunctions.Inner.Tick", [WrittenFunctions.Hourly]));
        await RefusedAsync("a class and a method", ("Odd", ".Tick", [WrittenFunctions.Hourly]));
    }

    [Fact]
    public async Task A_route_or_schedule_that_cannot_be_kept_is_named_at_start()
    {
        await RefusedAsync(
            "'Left' and 'Right' answer the same method on the route 'api/Same'",
            ("Left", "Get", [Routed("same")]),
            ("Right", "Get", [Routed("Same").Replace("\"get\"", "\"put\", \"get\"", StringComparison.Ordinal)]));
        await RefusedAsync("The route 'api/a/{b' of the function 'Torn' cannot be read", ("Torn", "Get", [Routed("a/{b")]));
        await RefusedAsync("six-field NCRONTAB or a duration; got 'now and then'", ("Never", "Tick", [Scheduled("now and then")]));
        await RefusedAsync("names the setting 'Every'", ("Unset", "Tick", [Scheduled("%Every%")]));
        await RefusedAsync("its timer has no schedule",
            ("Unset", "Tick", ["""{ "name": "timer", "type": "timerTrigger", "direction": "In" }"""]));
    }

    [Fact]
    public async Task A_retry_policy_of_a_function_is_not_passed_over()
    {
        var functions =
            new WrittenFunctions(("Odd", "Tick", [WrittenFunctions.Hourly])) { Retry = new DefaultRetryOptions { MaxRetryCount = 3 } };

        var refused = await Assert.ThrowsAsync<HostStartException>(TestHost.Builder(folder.Path, [], functions).BuildAsync);

        Assert.Contains("knows no retry policy", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_that_is_no_function_app_is_named()
    {
        var refused = Assert.Throws<HostStartException>(() => HostedApp.Of(typeof(StartTests).Assembly));

        Assert.Contains("Rectify.Server.Tests is no function app", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        var refused = await Assert.ThrowsAsync<HostStartException>(() => TestHost.StartAsync(folder.Path, ["--urls", url]));

        Assert.Equal($"Cannot listen on {url}: the port is in use. Stop the other program, or choose another port with --urls.",
            refused.Message);
        Assert.Equal(1, refused.ExitCode);
    }

    [Fact]
    public async Task One_host_at_a_time_works_in_a_data_folder()
    {
        await using var host = await TestHost.StartAsync(folder.Path, []);

        var refused = await Assert.ThrowsAsync<HostStartException>(() => TestHost.StartAsync(folder.Path, []));

        Assert.Contains(folder.Path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_on_the_command_line_beats_the_environment_and_that_beats_the_file()
    {
        folder.Write("local.settings.json", """
            {
              // as the tools write it
              "IsEncrypted": false,
              "Values": { "RectifyTest__InFile": "file", "RectifyTest__InBoth": "file", "RectifyTest__InAll": "file", },
            }
            """);
        Environment.SetEnvironmentVariable("RectifyTest__InBoth", "environment");
        Environment.SetEnvironmentVariable("RectifyTest__InAll", "environment");

        var settings = TestHost.Builder(folder.Path, ["--RectifyTest__InAll", "argument"]).Configuration;

        Assert.Equal("file", settings["RectifyTest:InFile"]);
        Assert.Equal("environment", settings["RectifyTest:InBoth"]);
        Assert.Equal("argument", settings["RectifyTest:InAll"]);
    }

    [Fact]
    public void A_settings_file_that_is_not_json_is_named()
    {
        folder.Write("local.settings.json", "{ Values");

        var refused = Assert.Throws<HostStartException>(() => TestHost.Builder(folder.Path, []));

        Assert.Contains("local.settings.json is not JSON", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inner", "inner")]
    [InlineData(null, ".rectify")]
    public void The_app_reads_the_data_folder_as_an_absolute_path(string? given, string expected)
    {
        var builder = new ServerBuilder(
            ServerOptions.None with { Data = given },
            new HostedApp("Rectify.Server.SampleApp", new ChosenFunctions(), folder.Path, folder.Path));

        Assert.Equal(Path.Combine(folder.Path, expected), builder.Configuration["Data:Directory"]);
    }

    [Fact]
    public async Task A_service_of_the_app_has_started_before_the_first_request_is_answered()
    {
        var builder = TestHost.Builder(folder.Path, [], typeof(LevelFunctions));
        var order = new List<string>();
        builder.Services.AddHostedService(provider => new AppService(provider, order));
        await using var host = await TestHost.StartAsync(builder);

        Assert.Equal(["started while nothing listens"], order);
    }

    private async Task RefusedAsync(string problem, params (string Name, string Method, string[] Bindings)[] functions)
    {
        var builder = TestHost.Builder(folder.Path, [], new WrittenFunctions(functions));

        var refused = await Assert.ThrowsAsync<HostStartException>(builder.BuildAsync);

        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
        Assert.Contains($"'{functions[0].Name}'", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private static string Routed(string route) =>
        WrittenFunctions.GetTrigger.Replace("{ ", $$"""{ "route": "{{route}}", """, StringComparison.Ordinal);

    private static string Scheduled(string schedule) => WrittenFunctions.Hourly.Replace("0 0 * * * *", schedule, StringComparison.Ordinal);

    private sealed class AppService(IServiceProvider services, List<string> order) : Microsoft.Extensions.Hosting.IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            var server = services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>();
            var addresses = server.Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()?.Addresses ?? [];
            order.Add(addresses.Any(address => !address.EndsWith(":0", StringComparison.Ordinal)) ? "too late"
                : "started while nothing listens");
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

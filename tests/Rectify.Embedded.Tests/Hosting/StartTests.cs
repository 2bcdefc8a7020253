using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Embedded.Hosting;

namespace Rectify.Embedded.Tests.Hosting;

public sealed class StartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    // --clock
    [InlineData("--clock", "yesterday", "--clock is an instant")]
    [InlineData("--clock", "2026-03-30", "--clock is an instant")]
    [InlineData("--clock", "2026-03-30T00:00:00", "--clock is an instant")]
    [InlineData("--clock", "2026-02-30T00:00:00Z", "--clock is an instant")]
    // --urls
    [InlineData("--urls", "7071", "--urls is a list")]
    [InlineData("--urls", "ftp://127.0.0.1:1", "--urls is a list")]
    [InlineData("--urls", "http://127.0.0.1:70711", "--urls is a list")]
    // neither a name nor a value
    [InlineData("serve", "now", "Arguments are --name value; got 'serve'")]
    [InlineData("--Some=1", "--Other", "--Other needs a value")]
    public void A_wrong_argument_is_named_and_ends_with_code_2(string first, string second, string expected)
    {
        var surroundings = new HostSurroundings("Rectify.Embedded.Tests", [], _folder.Path, _folder.Path);

        var refused = Assert.Throws<HostStartException>(() => new FunctionsApplicationBuilder([first, second], surroundings));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.Equal(2, refused.ExitCode);
    }

    [Theory]
    [InlineData(typeof(SameName), "'Twice'", "name is unique")]
    [InlineData(typeof(UnknownParameter), "'Odd'", "'rate' of type System.Double")]
    [InlineData(typeof(NoTrigger), "'Idle'", "found 0")]
    [InlineData(typeof(WrongTriggerType), "'Wrong'", "'body' with the httpTrigger is a HttpRequest; got System.String")]
    [InlineData(typeof(AsyncVoid), "'Lost'", "returns a Task")]
    [InlineData(typeof(SameRoute), "'Left' and 'Right'", "same method on the route 'api/Same'")]
    [InlineData(typeof(BadRoute), "'Torn'", "cannot be read")]
    [InlineData(typeof(BadSchedule), "'Never'", "six-field NCRONTAB or a duration; got 'now and then'")]
    [InlineData(typeof(MissingSetting), "'Unset'", "names the setting 'Every'")]
    public void A_function_that_cannot_be_served_is_named_at_start(Type functions, string name, string problem)
    {
        var builder = TestHost.Builder(_folder.Path, [], functions).ConfigureFunctionsWebApplication();

        var refused = Assert.Throws<HostStartException>(builder.Build);

        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Http_functions_need_the_web_application()
    {
        var builder = TestHost.Builder(_folder.Path, [], typeof(SettingFunction));

        var refused = Assert.Throws<HostStartException>(builder.Build);

        Assert.Contains("ConfigureFunctionsWebApplication", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        var refused = await Assert.ThrowsAsync<HostStartException>(() => TestHost.StartAsync(_folder.Path, ["--urls", url]));

        Assert.Equal($"Cannot listen on {url}: the port is in use. Stop the other program, or choose another port with --urls.", refused.Message);
        Assert.Equal(1, refused.ExitCode);
    }

    [Fact]
    public async Task One_host_at_a_time_works_in_a_data_folder()
    {
        await using var host = await TestHost.StartAsync(_folder.Path, []);

        var refused = await Assert.ThrowsAsync<HostStartException>(() => TestHost.StartAsync(_folder.Path, []));

        Assert.Contains(_folder.Path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_on_the_command_line_beats_the_environment_and_that_beats_the_file()
    {
        _folder.Write("local.settings.json", """
            {
              // as the tools write it
              "IsEncrypted": false,
              "Values": { "RectifyTest__InFile": "file", "RectifyTest__InBoth": "file", "RectifyTest__InAll": "file", },
            }
            """);
        Environment.SetEnvironmentVariable("RectifyTest__InBoth", "environment");
        Environment.SetEnvironmentVariable("RectifyTest__InAll", "environment");

        var settings = TestHost.Builder(_folder.Path, ["--RectifyTest__InAll", "argument"]).Configuration;

        Assert.Equal("file", settings["RectifyTest:InFile"]);
        Assert.Equal("environment", settings["RectifyTest:InBoth"]);
        Assert.Equal("argument", settings["RectifyTest:InAll"]);
    }

    [Fact]
    public void A_settings_file_that_is_not_json_is_named()
    {
        _folder.Write("local.settings.json", "{ Values");

        var refused = Assert.Throws<HostStartException>(() => TestHost.Builder(_folder.Path, []));

        Assert.Contains("local.settings.json is not JSON", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inner", "inner")]
    [InlineData(null, ".rectify")]
    public void The_app_reads_the_data_folder_as_an_absolute_path(string? given, string expected)
    {
        var surroundings = new HostSurroundings("Rectify.Embedded.Tests", [], _folder.Path, _folder.Path);
        string[] args = given is null ? [] : ["--data", given];

        var builder = new FunctionsApplicationBuilder(args, surroundings);

        Assert.Equal(Path.Combine(_folder.Path, expected), builder.Configuration["Data:Directory"]);
    }

    [Fact]
    public async Task A_service_of_the_app_has_started_before_the_first_request_is_answered()
    {
        var builder = TestHost.Builder(_folder.Path, [], typeof(SettingFunction)).ConfigureFunctionsWebApplication();
        var order = new List<string>();
        builder.Services.AddHostedService(provider => new AppService(provider, order));
        await using var host = await TestHost.StartAsync(builder);

        Assert.Equal(["started while nothing listens"], order);
    }

    internal static class SettingFunction
    {
        [Function("Setting")]
        public static IActionResult Get([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => new OkResult();
    }

    internal static class SameName
    {
        [Function("Twice")]
        public static void One([TimerTrigger("0 0 * * * *")] TimerInfo timer)
        {
        }

        [Function("twice")]
        public static void Two([TimerTrigger("0 0 * * * *")] TimerInfo timer)
        {
        }
    }

    internal static class UnknownParameter
    {
        [Function("Odd")]
        public static IActionResult Odd([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, double rate) => new OkResult();
    }

    internal static class NoTrigger
    {
        [Function("Idle")]
        public static void Idle(CancellationToken cancellation)
        {
        }
    }

    internal static class WrongTriggerType
    {
        [Function("Wrong")]
        public static IActionResult Wrong([HttpTrigger(AuthorizationLevel.Anonymous)] string body) => new OkResult();
    }

    internal static class AsyncVoid
    {
        [Function("Lost")]
        public static async void Lost([TimerTrigger("0 0 * * * *")] TimerInfo timer) => await Task.Yield();
    }

    internal static class SameRoute
    {
        [Function("Left")]
        public static IActionResult Left([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "same")] HttpRequest request) => new OkResult();

        [Function("Right")]
        public static IActionResult Right([HttpTrigger(AuthorizationLevel.Anonymous, Route = "Same")] HttpRequest request) => new OkResult();
    }

    internal static class BadRoute
    {
        [Function("Torn")]
        public static IActionResult Torn([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{b")] HttpRequest request) => new OkResult();
    }

    internal static class BadSchedule
    {
        [Function("Never")]
        public static void Never([TimerTrigger("now and then")] TimerInfo timer)
        {
        }
    }

    internal static class MissingSetting
    {
        [Function("Unset")]
        public static void Unset([TimerTrigger("%Every%")] TimerInfo timer)
        {
        }
    }

    private sealed class AppService(IServiceProvider services, List<string> order) : Microsoft.Extensions.Hosting.IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            var server = services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>();
            var addresses = server.Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()?.Addresses ?? [];
            order.Add(addresses.Any(address => !address.EndsWith(":0", StringComparison.Ordinal)) ? "too late" : "started while nothing listens");
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

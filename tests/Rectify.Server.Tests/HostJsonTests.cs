using Microsoft.Extensions.Configuration;
using Rectify.Server.Durable;
using VersionFailureStrategy = Microsoft.DurableTask.Worker.DurableTaskWorkerOptions.VersionFailureStrategy;
using VersionMatchStrategy = Microsoft.DurableTask.Worker.DurableTaskWorkerOptions.VersionMatchStrategy;

namespace Rectify.Server.Tests;

public sealed class HostJsonTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Without_settings_instances_of_the_hosts_version_and_of_older_ones_run_and_others_wait()
    {
        var none = HostJson.Read(folder.Path);
        var empty = Read("{}");

        Assert.Equal(none, empty);
        Assert.Equal((VersionMatchStrategy.CurrentOrOlder, VersionFailureStrategy.Reject), (none.VersionMatch, none.VersionFailure));
    }

    [Fact]
    public void The_version_settings_are_read_in_any_case()
    {
        var read = Read("""
            { "extensions": { "durableTask": {
              "defaultVersion": "1.0", "versionMatchStrategy": "strict", "versionFailureStrategy": "FAIL" } } }
            """);

        Assert.Equal(("1.0", VersionMatchStrategy.Strict, VersionFailureStrategy.Fail),
            (read.DefaultVersion, read.VersionMatch, read.VersionFailure));
    }

    [Theory]
    [InlineData("versionMatchStrategy", "\"Newer\"", "is one of None, Strict, CurrentOrOlder; got 'Newer'")]
    [InlineData("versionMatchStrategy", "1", "is one of None, Strict, CurrentOrOlder; got '1'")]
    [InlineData("versionFailureStrategy", "\"\"", "is one of Reject, Fail; got ''")]
    public void A_strategy_that_does_not_exist_is_named(string setting, string value, string expected)
    {
        var refused = Assert.Throws<HostStartException>(() =>
            Read($$"""{ "extensions": { "durableTask": { "{{setting}}": {{value}} } } }"""));

        Assert.Contains($"extensions.durableTask.{setting} of host.json {expected}", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Rectify", null, "Rectify")]
    [InlineData("%TASKHUB_NAME%", "Yongjia", "Yongjia")]
    [InlineData("%TASKHUB_NAME%", null, null)]
    // boundary: 3 and 45 characters
    [InlineData("abc", null, "abc")]
    [InlineData("a23456789012345678901234567890123456789012345", null, "a23456789012345678901234567890123456789012345")]
    public void The_name_of_the_hub_is_written_or_stands_in_a_setting(string written, string? setting, string? expected)
    {
        var hubName = Read($$"""{ "extensions": { "durableTask": { "hubName": "{{written}}" } } }""").HubName;

        Assert.Equal(expected, TaskHub.Read(hubName, Settings(setting)));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("a234567890123456789012345678901234567890123456")]
    [InlineData("1st")]
    [InlineData("rectify-prod")]
    [InlineData("永嘉县")]
    [InlineData("%ONE%%TWO%")]
    public void A_name_of_the_hub_that_a_store_would_refuse_is_refused(string name)
    {
        var refused = Assert.Throws<HostStartException>(() => TaskHub.Read("%TASKHUB_NAME%", Settings(name)));

        Assert.Contains($"hubName of host.json is a letter and 2 to 44 letters and digits; got '{name}'", refused.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_does_not_start_with_such_a_name()
    {
        Read("""{ "extensions": { "durableTask": { "hubName": "%TASKHUB_NAME%" } } }""");

        await Assert.ThrowsAsync<HostStartException>(TestHost.Builder(folder.Path, ["--TASKHUB_NAME", "rectify-prod"]).BuildAsync);
    }

    private static IConfiguration Settings(string? hubName) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("TASKHUB_NAME", hubName)]).Build();

    private HostJson Read(string json)
    {
        File.WriteAllText(Path.Combine(folder.Path, "host.json"), json);
        return HostJson.Read(folder.Path);
    }
}

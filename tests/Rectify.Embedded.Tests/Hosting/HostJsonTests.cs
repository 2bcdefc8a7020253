using Rectify.Embedded.Engine;
using Rectify.Embedded.Hosting;

namespace Rectify.Embedded.Tests.Hosting;

public sealed class HostJsonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_settings_instances_of_the_hosts_version_and_of_older_ones_run_and_others_wait()
    {
        var none = HostJson.Read(_folder.Path);
        var empty = Read("{}");

        Assert.Equal(none, empty);
        Assert.Equal((VersionMatchStrategy.CurrentOrOlder, VersionFailureStrategy.Reject), (none.VersionMatch, none.VersionFailure));
    }

    [Fact]
    public void The_version_settings_are_read_in_any_case()
    {
        var read = Read("""
            { "extensions": { "durableTask": { "defaultVersion": "1.0", "versionMatchStrategy": "strict", "versionFailureStrategy": "FAIL" } } }
            """);

        Assert.Equal(("1.0", VersionMatchStrategy.Strict, VersionFailureStrategy.Fail), (read.DefaultVersion, read.VersionMatch, read.VersionFailure));
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

    private HostJson Read(string json)
    {
        File.WriteAllText(Path.Combine(_folder.Path, "host.json"), json);
        return HostJson.Read(_folder.Path);
    }
}

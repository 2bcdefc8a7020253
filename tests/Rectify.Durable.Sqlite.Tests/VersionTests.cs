using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using VersionFailureStrategy = Microsoft.DurableTask.Worker.DurableTaskWorkerOptions.VersionFailureStrategy;
using VersionMatchStrategy = Microsoft.DurableTask.Worker.DurableTaskWorkerOptions.VersionMatchStrategy;

namespace Rectify.Durable.Sqlite.Tests;

public sealed class VersionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    // none is before every version
    [InlineData("", "", 0)]
    [InlineData("", "1.0", -1)]
    [InlineData("1.0", " ", 1)]
    // numbers as numbers
    [InlineData("1.2", "1.10", -1)]
    [InlineData("1.10", "1.10", 0)]
    [InlineData("2.0", "1.10", 1)]
    [InlineData("1.0", "1.0.0", -1)]
    // all else as text, in any case
    [InlineData("beta", "BETA", 0)]
    [InlineData("alpha", "beta", -1)]
    [InlineData("2", "10", 1)]
    public async Task Versions_are_compared_as_numbers_where_they_are_and_as_text_otherwise(string own, string other, int expected)
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", context => Task.FromResult(Math.Sign(context.CompareVersionTo(other)))));

        await host.Client.ScheduleNewOrchestrationInstanceAsync("Main", new StartOrchestrationOptions("one") { Version = own }, Token);
        await host.IdleAsync();

        Assert.Equal(expected, (await host.GetAsync("one")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task An_explicit_empty_version_beats_the_default_version()
    {
        await using var host = await StartAsync(VersionMatchStrategy.None);

        Assert.Equal("", (await StartedAsync(host, "")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_child_has_the_default_version_unless_the_call_names_one()
    {
        await using var host = await StartAsync(VersionMatchStrategy.None);
        host.Catalog.Orchestrator("Parent", async context => string.Join(
            ' ',
            await context.CallSubOrchestratorAsync<string>("Main"),
            await context.CallSubOrchestratorAsync<string>("Main", new SubOrchestrationOptions { Version = "9" })));

        await host.Client.ScheduleNewOrchestrationInstanceAsync("Parent", new StartOrchestrationOptions("one") { Version = "3" }, Token);
        await host.IdleAsync();

        Assert.Equal("1.2 9", (await host.GetAsync("one")).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(VersionMatchStrategy.None, true, true, true)]
    [InlineData(VersionMatchStrategy.CurrentOrOlder, true, true, false)]
    [InlineData(VersionMatchStrategy.Strict, false, true, false)]
    public async Task The_match_strategy_says_which_versions_run(VersionMatchStrategy match, bool older, bool current, bool newer)
    {
        await using var host = await StartAsync(match);

        Assert.Equal(older, (await StartedAsync(host, "1.1")).IsCompleted);
        Assert.Equal(current, (await StartedAsync(host, "1.2")).IsCompleted);
        Assert.Equal(newer, (await StartedAsync(host, "1.10")).IsCompleted);
    }

    [Fact]
    public async Task Without_a_default_version_there_is_nothing_to_compare_with()
    {
        await using var host = new EngineHarness { VersionMatch = VersionMatchStrategy.Strict };
        host.Catalog.Orchestrator("Main", context => Task.FromResult(context.Version));
        await host.OpenAsync();

        Assert.Equal("2", (await StartedAsync(host, "2")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_rejected_instance_is_stalled_and_runs_when_the_host_has_its_version()
    {
        await using var host = await StartAsync(VersionMatchStrategy.CurrentOrOlder);

        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await StartedAsync(host, "2.0")).RuntimeStatus);
        var stalled = Assert.Single(await host.Engine.GetStalledInstancesAsync(Token));
        Assert.Equal("The orchestration version '2.0' is greater than the worker version '1.2'.", stalled.Reason);

        host.DefaultVersion = "2.0";
        await host.CrashAsync();
        await host.IdleAsync();

        Assert.Equal("2.0", (await host.GetAsync(stalled.InstanceId)).ReadOutputAs<string>());
        Assert.Empty(await host.Engine.GetStalledInstancesAsync(Token));
    }

    [Fact]
    public async Task An_instance_that_waits_is_rejected_too_when_an_older_host_takes_over_and_keeps_its_events()
    {
        await using var host = await StartAsync(VersionMatchStrategy.CurrentOrOlder);
        host.Catalog.Orchestrator("Wait", context => context.WaitForExternalEvent<int>("number"));
        await host.RunAsync("Wait", id: "one");

        host.DefaultVersion = "1.1";
        await host.CrashAsync();
        await host.Client.RaiseEventAsync("one", "number", 5, Token);
        await host.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.GetAsync("one")).RuntimeStatus);

        host.DefaultVersion = "1.2";
        await host.CrashAsync();
        await host.IdleAsync();
        Assert.Equal(5, (await host.GetAsync("one")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_mismatch_fails_the_instance_when_the_host_is_told_so()
    {
        await using var host = await StartAsync(VersionMatchStrategy.CurrentOrOlder, VersionFailureStrategy.Fail);

        var end = await StartedAsync(host, "2.0");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal("VersionMismatch", end.FailureDetails!.ErrorType);
        Assert.Empty(await host.Engine.GetStalledInstancesAsync(Token));
    }

    private static async Task<EngineHarness> StartAsync(
        VersionMatchStrategy match, VersionFailureStrategy failure = VersionFailureStrategy.Reject)
    {
        var host = new EngineHarness { DefaultVersion = "1.2", VersionMatch = match, VersionFailure = failure };
        host.Catalog.Orchestrator("Main", context => Task.FromResult(context.Version));
        await host.OpenAsync();
        return host;
    }

    private static async Task<OrchestrationMetadata> StartedAsync(EngineHarness host, string version)
    {
        var id =
            await host.Client.ScheduleNewOrchestrationInstanceAsync("Main", new StartOrchestrationOptions { Version = version }, Token);
        await host.IdleAsync();
        return await host.GetAsync(id);
    }
}

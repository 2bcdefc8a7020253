using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rectify.Durable.Sqlite.Tests;

public sealed class ReplayTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_replay_makes_the_same_ids_and_times_and_says_that_it_replays()
    {
        var seen = new List<(Guid First, Guid Second, DateTime Now, bool Replaying)>();
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", async context =>
            {
                seen.Add((context.NewGuid(), context.NewGuid(), context.CurrentUtcDateTime, context.IsReplaying));
                await context.WaitForExternalEvent<string>("go");
                return context.IsReplaying;
            }));
        var id = await host.RunAsync("Main");

        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.CrashAsync();
        await host.Client.RaiseEventAsync(id, "go", "x", Token);
        await host.IdleAsync();

        Assert.Equal(2, seen.Count);
        Assert.Equal(seen[0] with { Replaying = true }, seen[1]);
        Assert.NotEqual(seen[0].First, seen[0].Second);
        Assert.False((await host.GetAsync(id)).ReadOutputAs<bool>());
    }

    [Fact]
    public async Task A_replay_safe_logger_writes_once()
    {
        var log = new ListLoggers();
        await using var host = new EngineHarness { Loggers = log };
        host.Catalog.Orchestrator("Main", async context =>
        {
            context.CreateReplaySafeLogger("case").Log(Microsoft.Extensions.Logging.LogLevel.Information, default, "begun", null,
                (state, _) => state);
            await context.WaitForExternalEvent<string>("go");
        });
        await host.OpenAsync();
        var id = await host.RunAsync("Main");

        await host.CrashAsync();
        await host.Client.RaiseEventAsync(id, "go", "x", Token);
        await host.IdleAsync();

        Assert.Single(log.Lines, line => line == "begun");
    }

    [Fact]
    public async Task Code_that_no_longer_matches_stalls_the_instance_until_matching_code_is_back()
    {
        await using var host = new EngineHarness { MaxWarm = 0 };
        Task Old(TaskOrchestrationContext context) => RunAsync(context, "A");
        Task New(TaskOrchestrationContext context) => RunAsync(context, "B");
        async Task RunAsync(TaskOrchestrationContext context, string activity)
        {
            await context.CallActivityAsync(activity);
            await context.WaitForExternalEvent<string>("go");
        }

        host.Catalog.Activity<string?, string>("A", _ => "a");
        host.Catalog.Activity<string?, string>("B", _ => "b");
        host.Catalog.Orchestrator("Main", Old);
        await host.OpenAsync();
        var id = await host.RunAsync("Main");

        host.Catalog.Orchestrator("Main", New);
        await host.Client.RaiseEventAsync(id, "go", "x", Token);
        await host.IdleAsync();
        var stalled = Assert.Single(await host.Engine.GetStalledInstancesAsync(Token));
        Assert.Equal(id, stalled.InstanceId);
        Assert.Contains("'A'", stalled.Reason, StringComparison.Ordinal);
        Assert.Contains("'B'", stalled.Reason, StringComparison.Ordinal);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.GetAsync(id)).RuntimeStatus);

        host.Catalog.Orchestrator("Main", Old);
        await host.CrashAsync();
        await host.IdleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.GetAsync(id)).RuntimeStatus);
        Assert.Empty(await host.Engine.GetStalledInstancesAsync(Token));
    }

    [Fact]
    public async Task An_orchestrator_that_is_gone_stalls_what_it_began()
    {
        await using var host = new EngineHarness { MaxWarm = 0 };
        host.Catalog.Orchestrator("Main", context => context.WaitForExternalEvent<string>("go"));
        await host.OpenAsync();
        var id = await host.RunAsync("Main");

        host.Catalog.Forget("Main");
        await host.Client.RaiseEventAsync(id, "go", "x", Token);
        await host.IdleAsync();

        Assert.Contains("Main", Assert.Single(await host.Engine.GetStalledInstancesAsync(Token)).Reason);
    }
}

using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rectify.Durable.Sqlite.Tests;

public sealed class StartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_fifty_parallel_starts_of_one_id_exactly_one_succeeds()
    {
        var runs = 0;
        await using var host = await EngineHarness.StartAsync(catalog => catalog.Orchestrator("Main", async context =>
        {
            Interlocked.Increment(ref runs);
            await context.WaitForExternalEvent<string>("never");
        }));

        var starts = Enumerable.Range(0, 50).Select(_ => Task.Run(async () =>
        {
            try
            {
                await host.Client.ScheduleNewOrchestrationInstanceAsync("Main", new StartOrchestrationOptions("one"), Token);
                return 1;
            }
            catch (OrchestrationAlreadyExistsException)
            {
                return 0;
            }
        }));

        Assert.Equal(1, (await Task.WhenAll(starts)).Sum());
        await host.IdleAsync();
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task An_ended_id_may_be_started_again_unless_its_status_is_deduped()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", context => Task.FromResult(context.GetInput<int>())));
        await host.RunAsync("Main", 1, "one");

        await host.RunAsync("Main", 2, "one");
        Assert.Equal(2, (await host.GetAsync("one")).ReadOutputAs<int>());

        var deduped = new StartOrchestrationOptions("one").WithDedupeStatuses(Enum.GetValues<OrchestrationRuntimeStatus>());
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(
            () => host.Client.ScheduleNewOrchestrationInstanceAsync("Main", 3, deduped, Token));
    }

    [Fact]
    public async Task A_running_id_that_is_not_deduped_is_replaced()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", async context => $"{context.GetInput<int>()} {await context.WaitForExternalEvent<string>("go")}"));
        await host.RunAsync("Main", 1, "one");

        var options = new StartOrchestrationOptions("one").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed);
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Main", 2, options, Token);
        await host.IdleAsync();
        await host.Client.RaiseEventAsync("one", "go", "now", Token);
        await host.IdleAsync();

        Assert.Equal("2 now", (await host.GetAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_unknown_orchestrator_is_accepted_and_fails()
    {
        await using var host = await EngineHarness.StartAsync(_ => { });

        var end = await host.GetAsync(await host.RunAsync("Nowhere"));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("Nowhere", end.FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task A_delayed_start_is_Pending_until_its_time_and_keeps_early_events()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", context => context.WaitForExternalEvent<int>("number")));
        var at = host.Clock.GetUtcNow() + TimeSpan.FromDays(90);

        await host.Client.ScheduleNewOrchestrationInstanceAsync("Main", new StartOrchestrationOptions("late", at), Token);
        await host.Client.RaiseEventAsync("late", "number", 9, Token);
        await host.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await host.GetAsync("late")).RuntimeStatus);
        Assert.Equal(at, host.Engine.NextDue);
        await host.AdvanceAsync(TimeSpan.FromDays(90));

        Assert.Equal(9, (await host.GetAsync("late")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Tags_and_versions_stay_with_the_instance()
    {
        await using var host = new EngineHarness { DefaultVersion = "1.2" };
        host.Catalog.Orchestrator("Main", context => Task.FromResult($"{context.Version} {context.CompareVersionTo("1.10")}"));
        await host.OpenAsync();

        var plain = await host.RunAsync("Main");
        var options = new StartOrchestrationOptions("v2") { Version = "2.0", Tags = new Dictionary<string, string> { ["unit"] = "north" } };
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Main", options, Token);
        await host.IdleAsync();

        Assert.Equal("1.2 -1", (await host.GetAsync(plain)).ReadOutputAs<string>());
        Assert.Equal("2.0 1", (await host.GetAsync("v2")).ReadOutputAs<string>());
        Assert.Equal("north", (await host.GetAsync("v2")).Tags["unit"]);
    }

    [Fact]
    public async Task A_wait_for_the_end_hears_it_and_one_for_an_unknown_instance_is_refused()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", context => context.WaitForExternalEvent<int>("number")));
        var id = await host.RunAsync("Main");
        Assert.True((await host.Client.WaitForInstanceStartAsync(id, Token)).IsRunning);

        var end = host.Client.WaitForInstanceCompletionAsync(id, true, Token);
        Assert.False(end.IsCompleted);
        await host.Client.RaiseEventAsync(id, "number", 3, Token);

        Assert.Equal(3, (await end).ReadOutputAs<int>());

        var later = host.Client.WaitForInstanceStartAsync("later", Token);
        Assert.False(later.IsCompleted);
        await host.RunAsync("Main", id: "later");
        Assert.Equal("later", (await later).InstanceId);
    }
}

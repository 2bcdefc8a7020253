using Microsoft.DurableTask.Client;

namespace Rectify.Durable.Sqlite.Tests;

public sealed class TimerTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task A_timer_months_away_fires_at_its_instant_and_not_before()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", async context =>
            {
                await context.CreateTimer(180 * Day, CancellationToken.None);
                return context.CurrentUtcDateTime;
            }));
        var start = host.Clock.GetUtcNow();

        var id = await host.RunAsync("Main");
        Assert.Equal(start + 180 * Day, host.Engine.NextDue);
        await host.AdvanceAsync(180 * Day - TimeSpan.FromMilliseconds(1));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.GetAsync(id)).RuntimeStatus);
        await host.AdvanceAsync(TimeSpan.FromMilliseconds(1));

        Assert.Equal((start + 180 * Day).UtcDateTime, (await host.GetAsync(id)).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task A_timer_in_the_past_fires_at_once()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", context => context.CreateTimer(context.CurrentUtcDateTime - Day, CancellationToken.None)));

        var id = await host.RunAsync("Main");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.GetAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task A_cancelled_timer_leaves_nothing_behind()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", async context =>
            {
                using var cancel = new CancellationTokenSource();
                var timer = context.CreateTimer(10 * Day, cancel.Token);
                var changed = context.WaitForExternalEvent<string>("changed");
                var first = await Task.WhenAny(timer, changed);
                cancel.Cancel();
                return first == changed;
            }));

        var id = await host.RunAsync("Main");
        Assert.NotNull(host.Engine.NextDue);
        await host.Client.RaiseEventAsync(id, "changed", "x", TestContext.Current.CancellationToken);
        await host.IdleAsync();

        Assert.True((await host.GetAsync(id)).ReadOutputAs<bool>());
        Assert.Null(host.Engine.NextDue);
    }

    [Fact]
    public async Task An_instance_with_an_uncancelled_timer_stays_Running_until_it_fires()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", context =>
            {
                _ = context.CreateTimer(10 * Day, CancellationToken.None);
                return Task.FromResult("done");
            }));

        var id = await host.RunAsync("Main");
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.GetAsync(id)).RuntimeStatus);
        await host.AdvanceAsync(10 * Day);

        Assert.Equal("done", (await host.GetAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_thousand_timers_of_one_instant_all_fire()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", context => context.CreateTimer(Day, CancellationToken.None)));
        var client = host.Client;
        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(n =>
            client.ScheduleNewOrchestrationInstanceAsync("Main", new(), new($"i{n}"), TestContext.Current.CancellationToken)));
        await host.IdleAsync();

        await host.AdvanceAsync(Day);

        var ended = client.GetAllInstancesAsync(new(Statuses: [OrchestrationRuntimeStatus.Completed]));
        Assert.Equal(1_000, await ended.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_clock_that_goes_back_neither_loses_a_timer_nor_fires_one_early()
    {
        await using var host = new EngineHarness();
        var clock = new SettableClock(new DateTimeOffset(2030, 1, 1, 8, 0, 0, TimeSpan.Zero));
        host.Catalog.Orchestrator("Main", context => context.CreateTimer(TimeSpan.FromMinutes(30), CancellationToken.None));
        await using var engine = new Rectify.Durable.Sqlite.DurableEngine(
            new() { DatabasePath = host.Path + "2" },
            host.Catalog,
            Microsoft.DurableTask.Converters.JsonDataConverter.Default,
            clock,
            Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        await host.OpenAsync();
        await engine.StartAsync(TestContext.Current.CancellationToken);

        clock.Set(clock.GetUtcNow() - TimeSpan.FromHours(1));
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Main", TestContext.Current.CancellationToken);
        await engine.WhenIdleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(clock.GetUtcNow() + TimeSpan.FromMinutes(30), engine.NextDue);
        clock.Set(clock.GetUtcNow() + TimeSpan.FromMinutes(30));
        await engine.WhenIdleAsync(TestContext.Current.CancellationToken);

        var end = await engine.Client.GetInstanceAsync(id, TestContext.Current.CancellationToken);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, end!.RuntimeStatus);
    }
}

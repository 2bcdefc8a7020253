namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>A second process holds the file.</summary>
public sealed class FaultLockTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_another_process_holds_the_file_callers_are_told_and_the_engines_own_work_waits()
    {
        var result = new TaskCompletionSource<string?>();
        var errors = new FirstError();
        await using var host = new EngineHarness { Loggers = errors };
        host.Catalog.RawActivity("Slow", (_, stop) => result.Task.WaitAsync(stop));
        host.Catalog.Orchestrator("Main", context => context.CallActivityAsync<int>("Slow"));
        await host.OpenAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Main", new(), new("accepted"), Token);
        await host.Client.WaitForInstanceStartAsync("accepted", Token);

        using (var other = new Child("lock", host.Path))
        {
            await other.ExpectAsync("locked", Token);
            result.SetResult("7");
            Assert.Contains("locked by another process", await errors.Logged.WaitAsync(Patience, TimeProvider.System, Token));
            var refused = await Assert.ThrowsAsync<DurableStoreException>(
                () => host.Client.ScheduleNewOrchestrationInstanceAsync("Main", new(), new("refused"), Token).WaitAsync(Patience,
                    TimeProvider.System, Token));
            Assert.Contains("locked by another process", refused.Message);
            other.Tell("let go");
            await other.EndAsync(Token);
        }

        // The engine's clock stands still: the disk's time is not the engine's.
        await host.IdleAsync();
        Assert.Equal(7, (await host.GetAsync("accepted")).ReadOutputAs<int>());
        Assert.Null(await host.Client.GetInstanceAsync("refused", Token));
    }

    [Fact]
    public async Task An_engine_on_a_file_that_another_process_holds_says_so_and_starts_when_it_is_free()
    {
        await using var host = await EngineHarness.StartAsync(_ => { });
        await host.Engine.StopAsync(Token);
        using var other = new Child("lock", host.Path);
        await other.ExpectAsync("locked", Token);

        var refused = await Assert.ThrowsAsync<DurableStoreException>(() => host.Engine.StartAsync(Token));
        Assert.Contains("locked by another process", refused.Message);
        other.Tell("let go");
        await other.EndAsync(Token);
        await host.Engine.StartAsync(Token);

        Assert.Null(await host.Client.GetInstanceAsync("any", Token));
    }

    [Fact]
    public async Task An_engine_that_is_stopped_while_the_file_is_held_does_not_wait_for_it()
    {
        var calls = 0;
        var result = new TaskCompletionSource<string?>();
        var errors = new FirstError();
        await using var host = new EngineHarness { Loggers = errors };
        host.Catalog.RawActivity("Slow", (_, stop) => ++calls == 1 ? result.Task.WaitAsync(stop) : Task.FromResult<string?>("8"));
        host.Catalog.Orchestrator("Main", context => context.CallActivityAsync<int>("Slow"));
        await host.OpenAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Main", new(), new("one"), Token);
        await host.Client.WaitForInstanceStartAsync("one", Token);

        using (var other = new Child("lock", host.Path))
        {
            await other.ExpectAsync("locked", Token);
            result.SetResult("7");
            await errors.Logged.WaitAsync(Patience, TimeProvider.System, Token);
            await host.Engine.StopAsync(Token).WaitAsync(Patience, TimeProvider.System, Token);
        }

        await host.OpenAsync();
        await host.IdleAsync();
        Assert.Equal(8, (await host.GetAsync("one")).ReadOutputAs<int>());
    }
}

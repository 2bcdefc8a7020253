using Grpc.Core;
using Microsoft.DurableTask.Client;

namespace Rectify.Durable.Sqlite.Tests;

public sealed class EventTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_that_comes_before_the_wait_is_kept()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", async context =>
            {
                await context.WaitForExternalEvent<string>("go");
                return await context.WaitForExternalEvent<int>("number");
            }));
        var id = await host.RunAsync("Main");

        await host.Client.RaiseEventAsync(id, "number", 7, Token);
        await host.Client.RaiseEventAsync(id, "go", "now", Token);
        await host.IdleAsync();

        Assert.Equal(7, (await host.GetAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Events_of_one_name_arrive_in_order_and_names_ignore_case()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", async context =>
            {
                var all = new List<int>();
                for (var i = 0; i < 4; i++)
                {
                    all.Add(await context.WaitForExternalEvent<int>("Number"));
                }

                return all;
            }));
        var id = await host.RunAsync("Main");

        for (var i = 0; i < 4; i++)
        {
            await host.Client.RaiseEventAsync(id, i % 2 == 0 ? "NUMBER" : "number", i, Token);
        }

        await host.IdleAsync();

        Assert.Equal("[0,1,2,3]", (await host.GetAsync(id)).SerializedOutput);
    }

    [Fact]
    public async Task Several_waiters_get_one_event_each()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", async context => await Task.WhenAll(
                context.WaitForExternalEvent<int>("number"), context.WaitForExternalEvent<int>("number"))));
        var id = await host.RunAsync("Main");

        await host.Client.RaiseEventAsync(id, "number", 1, Token);
        await host.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.GetAsync(id)).RuntimeStatus);
        await host.Client.RaiseEventAsync(id, "number", 2, Token);
        await host.IdleAsync();

        Assert.Equal([1, 2], (await host.GetAsync(id)).ReadOutputAs<int[]>()!.Order());
    }

    [Fact]
    public async Task A_wait_with_a_timeout_is_cancelled_when_the_time_is_over_and_eats_no_later_event()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", async context =>
            {
                await Assert.ThrowsAnyAsync<OperationCanceledException>(
                    () => context.WaitForExternalEvent<int>("number", TimeSpan.FromHours(1), CancellationToken.None));
                return await context.WaitForExternalEvent<int>("number");
            }));
        var id = await host.RunAsync("Main");

        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.Client.RaiseEventAsync(id, "number", 5, Token);
        await host.IdleAsync();

        Assert.Equal(5, (await host.GetAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_wait_with_a_timeout_that_hears_in_time_leaves_no_timer()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", context => context.WaitForExternalEvent<int>("number", TimeSpan.FromHours(1))));
        var id = await host.RunAsync("Main");

        await host.Client.RaiseEventAsync(id, "number", 5, Token);
        await host.IdleAsync();

        Assert.Equal(5, (await host.GetAsync(id)).ReadOutputAs<int>());
        Assert.Null(host.Engine.NextDue);
    }

    [Fact]
    public async Task A_wait_with_a_timeout_and_a_token_ends_with_the_token_and_leaves_no_timer()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", async context =>
            {
                using var stop = new CancellationTokenSource();
                var wait = context.WaitForExternalEvent<int>("number", TimeSpan.FromHours(1), stop.Token);
                await context.WaitForExternalEvent<string>("stop");

                // Not CancelAsync: it runs on another thread, which no replay could repeat.
                stop.Cancel();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
                return context.CurrentUtcDateTime;
            }));
        var id = await host.RunAsync("Main");

        await host.Client.RaiseEventAsync(id, "stop", "now", Token);
        await host.IdleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.GetAsync(id)).RuntimeStatus);
        Assert.Null(host.Engine.NextDue);
    }

    [Fact]
    public async Task An_event_without_a_payload_is_the_default_of_its_type()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", async context => await context.WaitForExternalEvent<object?>("changed") is null));
        var id = await host.RunAsync("Main");

        await host.Client.RaiseEventAsync(id, "Changed", Token);
        await host.IdleAsync();

        Assert.True((await host.GetAsync(id)).ReadOutputAs<bool>());
        Assert.Null((await host.GetAsync(id)).SerializedCustomStatus);
    }

    [Fact]
    public async Task An_event_while_suspended_is_delivered_after_the_resume()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", context => context.WaitForExternalEvent<int>("number")));
        var id = await host.RunAsync("Main");

        await host.Client.SuspendInstanceAsync(id, "holiday", Token);
        await host.Client.RaiseEventAsync(id, "number", 5, Token);
        await host.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.GetAsync(id)).RuntimeStatus);
        await host.CrashAsync();
        await host.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.GetAsync(id)).RuntimeStatus);
        await host.Client.ResumeInstanceAsync(id, Token);
        await host.IdleAsync();

        Assert.Equal(5, (await host.GetAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task An_orchestration_sends_events_to_another()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Orchestrator("Listener", context => context.WaitForExternalEvent<string>("word"));
            catalog.Orchestrator("Speaker", context =>
            {
                context.SendEvent("listener", "word", "hello");
                context.SendEvent("nobody", "word", "lost");
                return Task.CompletedTask;
            });
        });
        await host.RunAsync("Listener", id: "listener");

        var speaker = await host.RunAsync("Speaker");

        Assert.Equal("hello", (await host.GetAsync("listener")).ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.GetAsync(speaker)).RuntimeStatus);
    }

    [Fact]
    public async Task An_event_to_an_unknown_instance_is_refused_as_not_found_and_to_an_ended_one_as_failed_precondition()
    {
        await using var host = await EngineHarness.StartAsync(catalog => catalog.Orchestrator("Main", _ => Task.CompletedTask));
        var id = await host.RunAsync("Main");

        var unknown = await Assert.ThrowsAsync<RpcException>(() => host.Client.RaiseEventAsync("nobody", "x", Token));
        var ended = await Assert.ThrowsAsync<RpcException>(() => host.Client.RaiseEventAsync(id, "x", Token));

        Assert.Equal(StatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(StatusCode.FailedPrecondition, ended.StatusCode);
    }
}

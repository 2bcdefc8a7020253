using Grpc.Core;
using Microsoft.DurableTask.Client;

namespace Rectify.Durable.Sqlite.Tests;

public sealed class SuspensionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_timer_that_falls_due_while_suspended_fires_after_the_resume()
    {
        await using var host = await StartAsync();
        await host.RunAsync("Timer", id: "one");

        await host.Client.SuspendInstanceAsync("one", Token);
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.GetAsync("one")).RuntimeStatus);
        await host.Client.ResumeInstanceAsync("one", Token);
        await host.IdleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.GetAsync("one")).RuntimeStatus);
    }

    [Fact]
    public async Task Two_events_while_suspended_keep_their_order()
    {
        await using var host = await StartAsync();
        await host.RunAsync("Two", id: "one");

        await host.Client.SuspendInstanceAsync("one", Token);
        await host.Client.RaiseEventAsync("one", "number", 1, Token);
        await host.Client.RaiseEventAsync("one", "number", 2, Token);
        await host.Client.ResumeInstanceAsync("one", Token);
        await host.IdleAsync();

        Assert.Equal("[1,2]", (await host.GetAsync("one")).SerializedOutput);
    }

    [Fact]
    public async Task An_instance_suspended_before_its_first_turn_starts_after_the_resume()
    {
        await using var host = await StartAsync();
        var start = host.Clock.GetUtcNow() + TimeSpan.FromHours(1);
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Timer", new("one", start), Token);

        await host.Client.SuspendInstanceAsync("one", Token);
        await host.AdvanceAsync(TimeSpan.FromHours(3));
        await host.Client.ResumeInstanceAsync("one", Token);
        await host.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.GetAsync("one")).RuntimeStatus);
        await host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.GetAsync("one")).RuntimeStatus);
    }

    [Fact]
    public async Task A_suspended_instance_can_be_terminated()
    {
        await using var host = await StartAsync();
        await host.RunAsync("Two", id: "one");

        await host.Client.SuspendInstanceAsync("one", Token);
        await host.Client.TerminateInstanceAsync("one", (object)"enough", Token);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.GetAsync("one")).RuntimeStatus);
    }

    [Fact]
    public async Task Suspending_or_resuming_an_ended_instance_is_a_failed_precondition_and_an_unknown_one_is_not_found()
    {
        await using var host = await StartAsync();
        await host.RunAsync("End", id: "one");

        Assert.Equal(StatusCode.FailedPrecondition,
            (await Assert.ThrowsAsync<RpcException>(() => host.Client.SuspendInstanceAsync("one", Token))).StatusCode);
        Assert.Equal(StatusCode.FailedPrecondition,
            (await Assert.ThrowsAsync<RpcException>(() => host.Client.ResumeInstanceAsync("one", Token))).StatusCode);
        Assert.Equal(StatusCode.NotFound,
            (await Assert.ThrowsAsync<RpcException>(() => host.Client.SuspendInstanceAsync("nobody", Token))).StatusCode);
        Assert.Equal(StatusCode.NotFound,
            (await Assert.ThrowsAsync<RpcException>(() => host.Client.ResumeInstanceAsync("nobody", Token))).StatusCode);
    }

    private static Task<EngineHarness> StartAsync() => EngineHarness.StartAsync(catalog =>
    {
        catalog.Orchestrator("End", _ => Task.CompletedTask);
        catalog.Orchestrator("Timer", context => context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None));
        catalog.Orchestrator("Two", async context => new[]
        {
            await context.WaitForExternalEvent<int>("number"), await context.WaitForExternalEvent<int>("number"),
        });
    });
}

using Grpc.Core;
using Microsoft.DurableTask.Client;

namespace Rectify.Durable.Sqlite.Tests;

public sealed class QueryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_query_gives_every_instance_once_page_by_page_in_the_order_of_creation()
    {
        await using var host = await StartAsync();
        for (var n = 0; n < 25; n++)
        {
            await host.RunAsync("End", id: $"a{n:00}");
        }

        await host.RunAsync("End", id: "b");

        var pages = await host.Client.GetAllInstancesAsync(new(InstanceIdPrefix: "a", PageSize: 10)).AsPages().ToListAsync(Token);

        Assert.Equal([10, 10, 5], pages.Select(page => page.Values.Count));
        Assert.Null(pages[^1].ContinuationToken);
        Assert.Equal(Enumerable.Range(0, 25).Select(n => $"a{n:00}"),
            pages.SelectMany(page => page.Values).Select(found => found.InstanceId));
        var rest =
            host.Client.GetAllInstancesAsync(new(InstanceIdPrefix: "a", PageSize: 10, ContinuationToken: pages[1].ContinuationToken));
        Assert.Equal(5, await rest.CountAsync(Token));
    }

    [Fact]
    public async Task A_query_filters_by_status_and_by_time_and_reads_data_only_when_asked()
    {
        await using var host = await StartAsync();
        await host.RunAsync("End", "in", "old");
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.RunAsync("Wait", "in", "waiting");
        await host.RunAsync("End", "in", "new");

        var running = await host.Client.GetAllInstancesAsync(new(Statuses: [OrchestrationRuntimeStatus.Running])).SingleAsync(Token);
        var recent = host.Client.GetAllInstancesAsync(new(CreatedFrom: host.Clock.GetUtcNow(), FetchInputsAndOutputs: true));

        Assert.Equal("waiting", running.InstanceId);
        Assert.Null(running.SerializedInput);
        Assert.Throws<InvalidOperationException>(() => running.ReadInputAs<string>());
        Assert.Equal(["in", "in"], (await recent.ToListAsync(Token)).Select(found => found.ReadInputAs<string>()));
    }

    [Fact]
    public async Task A_purge_removes_what_has_ended_and_says_how_many()
    {
        await using var host = await StartAsync();
        await host.RunAsync("End", id: "one");
        await host.RunAsync("End", id: "two");
        await host.RunAsync("Wait", id: "three");

        Assert.Equal(0, (await host.Client.PurgeInstanceAsync("nobody", Token)).PurgedInstanceCount);
        Assert.Equal(1, (await host.Client.PurgeInstanceAsync("one", Token)).PurgedInstanceCount);
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.PurgeInstanceAsync("three", Token));
        var all =
            await host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(Statuses: [OrchestrationRuntimeStatus.Completed]), Token);

        Assert.Equal(1, all.PurgedInstanceCount);
        Assert.Equal("three", (await host.Client.GetAllInstancesAsync().SingleAsync(Token)).InstanceId);
        Assert.Null(await host.Client.GetInstanceAsync("one", Token));
    }

    [Fact]
    public async Task Termination_of_an_ended_or_unknown_instance_is_refused()
    {
        await using var host = await StartAsync();
        await host.RunAsync("End", id: "one");

        var ended = await Assert.ThrowsAsync<RpcException>(() => host.Client.TerminateInstanceAsync("one", Token));
        var unknown = await Assert.ThrowsAsync<RpcException>(() => host.Client.TerminateInstanceAsync("nobody", Token));

        Assert.Equal(StatusCode.FailedPrecondition, ended.StatusCode);
        Assert.Equal(StatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Termination_wins_over_a_turn_that_is_under_way()
    {
        using var inTurn = new SemaphoreSlim(0);
        using var goOn = new ManualResetEventSlim();
        await using var host = await EngineHarness.StartAsync(catalog => catalog.Orchestrator("Main", context =>
        {
            inTurn.Release();
            goOn.Wait(Token);
            return Task.FromResult("finished");
        }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Main", Token);
        await inTurn.WaitAsync(Token);

        await host.Client.TerminateInstanceAsync(id, (object)"enough", Token);
        goOn.Set();
        await host.IdleAsync();

        var end = await host.GetAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, end.RuntimeStatus);
        Assert.Equal("\"enough\"", end.SerializedOutput);
    }

    private static Task<EngineHarness> StartAsync() => EngineHarness.StartAsync(catalog =>
    {
        catalog.Orchestrator("End", _ => Task.CompletedTask);
        catalog.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("never"));
    });
}

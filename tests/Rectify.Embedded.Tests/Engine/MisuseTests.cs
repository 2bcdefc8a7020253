using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rectify.Embedded.Tests.Engine;

/// <summary>Mistakes that would pass unnoticed are refused.</summary>
public sealed class MisuseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Options_given_as_the_input_of_an_activity_are_refused()
    {
        var end = await RunAsync(context => context.CallActivityAsync<int>("Any", (object)new TaskOptions(retry: null)));

        Assert.True(end.FailureDetails!.IsCausedBy<ArgumentException>());
    }

    [Fact]
    public async Task Two_waits_for_one_event_with_different_types_are_refused()
    {
        var end = await RunAsync(async context =>
        {
            _ = context.WaitForExternalEvent<int>("number");
            await context.WaitForExternalEvent<string>("NUMBER");
        });

        Assert.True(end.FailureDetails!.IsCausedBy<ArgumentException>());
    }

    [Fact]
    public async Task A_dedupe_status_that_does_not_exist_is_refused()
    {
        await using var host = await EngineHarness.StartAsync(_ => { });
        var options = new StartOrchestrationOptions("one") { DedupeStatuses = ["Runing"] };

        var refused = await Assert.ThrowsAsync<ArgumentException>(() =>
            host.Client.ScheduleNewOrchestrationInstanceAsync("Main", options, Token));

        Assert.Contains("'Runing'", refused.Message, StringComparison.Ordinal);
        Assert.Null(await host.Client.GetInstanceAsync("one", Token));
    }

    [Fact]
    public async Task A_payload_that_is_not_of_the_awaited_type_fails_the_wait_and_not_the_host()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", context => context.WaitForExternalEvent<int>("number")));
        var id = await host.RunAsync("Main");

        await host.Client.RaiseEventAsync(id, "number", "five", Token);
        await host.IdleAsync();

        Assert.True((await host.GetAsync(id)).FailureDetails!.IsCausedBy<System.Text.Json.JsonException>());
    }

    private static async Task<OrchestrationMetadata> RunAsync(Func<TaskOrchestrationContext, Task> code)
    {
        await using var host = await EngineHarness.StartAsync(catalog => catalog.Orchestrator("Main", code));
        var end = await host.GetAsync(await host.RunAsync("Main"));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        return end;
    }
}

using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rectify.Durable.Sqlite.Tests;

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
    public async Task A_wait_that_was_cancelled_still_holds_later_ones_to_its_type()
    {
        var end = await RunAsync(async context =>
        {
            using (var giveUp = new CancellationTokenSource())
            {
                _ = context.WaitForExternalEvent<int>("go", giveUp.Token);
                giveUp.Cancel();
            }

            await context.WaitForExternalEvent<string>("go");
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

    private static async Task<OrchestrationMetadata> RunAsync(Func<TaskOrchestrationContext, Task> code)
    {
        await using var host = await EngineHarness.StartAsync(catalog => catalog.Orchestrator("Main", code));
        var end = await host.GetAsync(await host.RunAsync("Main"));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        return end;
    }
}

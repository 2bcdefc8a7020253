using Microsoft.DurableTask.Client;

namespace Rectify.Durable.Sqlite.Tests;

/// <summary>What is long or large is slower and nothing else.</summary>
public sealed class LongHistoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_history_of_five_thousand_events_replays_after_a_kill_and_goes_on()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", async context =>
            {
                var sum = 0;
                for (var i = 0; i < 5_000; i++)
                {
                    sum += await context.WaitForExternalEvent<int>("number");
                }

                return sum;
            }));
        var id = await host.RunAsync("Main");

        for (var batch = 0; batch < 10; batch++)
        {
            await Task.WhenAll(
                Enumerable.Range(0, batch == 9 ? 499 : 500).Select(_ => host.Client.RaiseEventAsync(id, "number", 1, Token)));
        }

        await host.IdleAsync();
        await host.CrashAsync();
        await host.Client.RaiseEventAsync(id, "number", 1, Token);
        await host.IdleAsync();

        Assert.Equal(5_000, (await host.GetAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_megabyte_fits_an_event_a_custom_status_a_childs_input_and_its_output()
    {
        var text = new string('改', 1_000_000);
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Orchestrator("Child", context => Task.FromResult(context.GetInput<string>()));
            catalog.Orchestrator("Main", async context =>
            {
                var heard = await context.WaitForExternalEvent<string>("text");
                context.SetCustomStatus(heard);
                return await context.CallSubOrchestratorAsync<string>("Child", heard);
            });
        });
        var id = await host.RunAsync("Main");

        await host.Client.RaiseEventAsync(id, "text", text, Token);
        await host.IdleAsync();

        var end = await host.GetAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Equal(text, end.ReadOutputAs<string>());
        Assert.Equal(text, end.ReadCustomStatusAs<string>());
    }
}

using Microsoft.DurableTask.Client;

namespace Rectify.Durable.Sqlite.Tests;

/// <summary>What differs between the engine and Durable Task's executor, on purpose.</summary>
/// <remarks>These tests show the executor's side; LoudFailureTests show the engine's.</remarks>
public sealed class OracleDifferenceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Waiting_for_something_foreign_leaves_the_instance_running_and_says_nothing()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", _ => Task.Delay(TimeSpan.FromDays(1), new Microsoft.Extensions.Time.Testing.FakeTimeProvider())));

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.GetAsync(await host.RunAsync("Main"))).RuntimeStatus);
    }

    [Fact]
    public async Task A_payload_that_is_not_of_the_awaited_type_is_thrown_at_its_delivery_where_the_code_cannot_catch_it()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", async context =>
            {
                try
                {
                    return await context.WaitForExternalEvent<int>("number");
                }
                catch (System.Text.Json.JsonException)
                {
                    return 0;
                }
            }));
        var id = await host.RunAsync("Main");

        await host.Client.RaiseEventAsync(id, "number", "five", Token);
        await host.IdleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.GetAsync(id)).RuntimeStatus);
    }
}

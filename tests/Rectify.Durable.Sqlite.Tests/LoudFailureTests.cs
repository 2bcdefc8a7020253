using Microsoft.DurableTask.Client;

namespace Rectify.Durable.Sqlite.Tests;

/// <summary>Mistakes that leave an orchestration waiting for ever on Durable Task's executor; here it fails and says why.</summary>
public sealed class LoudFailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task What_code_sets_in_its_surroundings_ends_with_the_turn_in_memory_and_in_a_replay(int maxWarm)
    {
        await using var host = new EngineHarness { MaxWarm = maxWarm };
        var local = new AsyncLocal<string?>();
        host.Catalog.Orchestrator("Main", async context =>
        {
            await context.WaitForExternalEvent<string>("go");
            local.Value = "set";
            await context.WaitForExternalEvent<string>("go");
            return local.Value ?? "none";
        });
        await host.OpenAsync();
        var id = await host.RunAsync("Main");

        await host.Client.RaiseEventAsync(id, "go", "x", Token);
        await host.IdleAsync();
        await host.Client.RaiseEventAsync(id, "go", "x", Token);
        await host.IdleAsync();

        Assert.Equal("none", (await host.GetAsync(id)).ReadOutputAs<string>());
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

    [Fact]
    public async Task Waiting_for_something_foreign_fails_the_orchestration()
    {
        using var held = new ManualResetEventSlim();
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<string?, string>("A", _ => "a");
            catalog.Orchestrator("Delay", _ => Task.Delay(TimeSpan.FromDays(1), new Microsoft.Extensions.Time.Testing.FakeTimeProvider()));
            catalog.Orchestrator("Pool", async context =>
            {
                await Task.Run(() => held.Wait(Token), Token);
                await context.CallActivityAsync("A");
            });
            catalog.Orchestrator("Leave", async context =>
            {
                await context.CallActivityAsync("A").ConfigureAwait(false);
                await context.CallActivityAsync("A");
            });
        });

        foreach (var name in (string[])["Delay", "Pool", "Leave"])
        {
            var end = await host.GetAsync(await host.RunAsync(name));
            Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
            Assert.Equal("System.InvalidOperationException", end.FailureDetails!.ErrorType);
            Assert.Contains("invalid asynchronous invocation", end.FailureDetails.ErrorMessage);
        }

        held.Set();
    }

    [Fact]
    public async Task Waiting_for_something_foreign_beside_a_timer_fails_when_it_is_noticed()
    {
        var foreign = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await EngineHarness.StartAsync(catalog =>
            catalog.Orchestrator("Main", async context =>
            {
                _ = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                await foreign.Task;
                await context.CallActivityAsync("A");
            }));
        var id = await host.RunAsync("Main");
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.GetAsync(id)).RuntimeStatus);

        foreign.SetResult();
        var end = await host.Client.WaitForInstanceCompletionAsync(id, true, Token);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("invalid asynchronous invocation", end.FailureDetails!.ErrorMessage);
    }
}

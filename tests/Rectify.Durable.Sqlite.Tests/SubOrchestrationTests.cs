using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rectify.Durable.Sqlite.Tests;

public sealed class SubOrchestrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_child_has_its_own_id_knows_its_parent_and_gives_its_result()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Orchestrator("Child",
                context => Task.FromResult($"{context.InstanceId} of {context.Parent!.InstanceId} ({context.Parent.Name})"));
            catalog.Orchestrator("Main", context => context.CallSubOrchestratorAsync<string>(
                "Child", options: new SubOrchestrationOptions(instanceId: "child-1")));
        });

        await host.RunAsync("Main", id: "main-1");

        Assert.Equal("child-1 of main-1 (Main)", (await host.GetAsync("main-1")).ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.GetAsync("child-1")).RuntimeStatus);
    }

    [Fact]
    public async Task A_childs_failure_reaches_the_parent()
    {
        TaskFailedException? seen = null;
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Orchestrator("Child", Task (_) => throw new FormatException("bad"));
            catalog.Orchestrator("Main", async context =>
                seen = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallSubOrchestratorAsync("Child")));
        });

        await host.RunAsync("Main");

        Assert.Equal("Child", seen!.TaskName);
        Assert.True(seen.FailureDetails.IsCausedBy<FormatException>());
    }

    [Fact]
    public async Task A_hundred_children_fan_out_and_in()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<int, int>("Square", n => n * n);
            catalog.Orchestrator("Child", context => context.CallActivityAsync<int>("Square", context.GetInput<int>()));
            catalog.Orchestrator("Main", async context => (await Task.WhenAll(
                Enumerable.Range(1, 100).Select(n => context.CallSubOrchestratorAsync<int>("Child", n)))).Sum());
        });

        var end = await host.GetAsync(await host.RunAsync("Main"));

        Assert.Equal(338_350, end.ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_child_whose_id_runs_already_fails_its_call()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("never"));
            catalog.Orchestrator("Main",
                context => context.CallSubOrchestratorAsync("Wait", new SubOrchestrationOptions(instanceId: "one")));
        });
        await host.RunAsync("Wait", id: "one");

        var end = await host.GetAsync(await host.RunAsync("Main"));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("one", end.FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task Recursive_termination_ends_the_children_too_and_plain_termination_does_not()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Orchestrator("Child", context => context.WaitForExternalEvent<string>("never"));
            catalog.Orchestrator("Main", context => context.CallSubOrchestratorAsync(
                "Child", new SubOrchestrationOptions(instanceId: context.InstanceId + "-child")));
        });
        await host.RunAsync("Main", id: "plain");
        await host.RunAsync("Main", id: "deep");

        await host.Client.TerminateInstanceAsync("plain", (object)"enough", Token);
        await host.Client.TerminateInstanceAsync("deep", new TerminateInstanceOptions("enough", Recursive: true), Token);
        await host.IdleAsync();

        Assert.Equal("\"enough\"", (await host.GetAsync("plain")).SerializedOutput);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.GetAsync("deep")).RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.GetAsync("plain-child")).RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.GetAsync("deep-child")).RuntimeStatus);
    }
}

using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rectify.Durable.Sqlite.Tests;

/// <summary>What a parent and a purge make of the ways in which a child can end.</summary>
public sealed class ChildEndingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_child_that_continues_as_new_answers_its_parent_once_at_its_very_end()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Orchestrator("Child", context =>
            {
                var n = context.GetInput<int>();
                if (n < 10)
                {
                    context.ContinueAsNew(n + 1);
                }

                return Task.FromResult(n);
            });
            catalog.Orchestrator("Main", context => context.CallSubOrchestratorAsync<int>("Child", 1));
        });

        Assert.Equal(10, (await host.GetAsync(await host.RunAsync("Main"))).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_childs_termination_is_a_failure_that_its_parent_can_catch()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Orchestrator("Child", context => context.WaitForExternalEvent<string>("never"));
            catalog.Orchestrator("Main", async context =>
            {
                try
                {
                    await context.CallSubOrchestratorAsync("Child", new SubOrchestrationOptions(instanceId: "child"));
                    return "came back";
                }
                catch (TaskFailedException e)
                {
                    return e.TaskName;
                }
            });
        });
        var id = await host.RunAsync("Main");

        await host.Client.TerminateInstanceAsync("child", Token);
        await host.IdleAsync();

        Assert.Equal("Child", (await host.GetAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_running_child_that_another_start_replaces_is_a_failure_too()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Orchestrator("Child", context => context.WaitForExternalEvent<string>("go"));
            catalog.Orchestrator("Main", context =>
                context.CallSubOrchestratorAsync<string>("Child", null, new SubOrchestrationOptions { InstanceId = "child" }));
        });
        var id = await host.RunAsync("Main");

        await host.Client.ScheduleNewOrchestrationInstanceAsync("Child", null,
            new StartOrchestrationOptions("child") { DedupeStatuses = [] }, Token);
        await host.IdleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.GetAsync(id)).RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.GetAsync("child")).RuntimeStatus);
    }

    [Fact]
    public async Task A_child_that_fails_twice_succeeds_at_the_third_attempt_under_the_same_id()
    {
        var attempts = 0;
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<string?, int>("Count", _ => ++attempts);
            catalog.Orchestrator("Child", async context => await context.CallActivityAsync<int>("Count") < 3
                ? throw new IOException("no")
                : context.InstanceId);
            catalog.Orchestrator("Main", context => context.CallSubOrchestratorAsync<string>("Child", options: new SubOrchestrationOptions(
                TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromMinutes(1))), "child")));
        });

        var id = await host.RunAsync("Main");
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("child", (await host.GetAsync(id)).ReadOutputAs<string>());
        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task Failed_children_inside_WhenAll_fail_the_parent_after_all_have_ended()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Orchestrator("Child", Task (context) => context.GetInput<int>() == 2
                ? throw new FormatException("two")
                : context.WaitForExternalEvent<string>("go"));
            catalog.Orchestrator("Main", context => Task.WhenAll(Enumerable.Range(1, 2).Select(n =>
                context.CallSubOrchestratorAsync("Child", n, new SubOrchestrationOptions(instanceId: $"child-{n}")))));
        });
        var id = await host.RunAsync("Main");
        Assert.True((await host.GetAsync(id)).IsRunning);

        await host.Client.RaiseEventAsync("child-1", "go", "now", Token);
        await host.IdleAsync();

        var end = await host.GetAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.True(end.FailureDetails!.IsCausedBy<TaskFailedException>());
        Assert.True(end.FailureDetails.InnerFailure!.IsCausedBy<FormatException>());
    }

    [Fact]
    public async Task A_recursive_purge_takes_the_ended_children_along_and_a_plain_one_does_not()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Orchestrator("Child", _ => Task.CompletedTask);
            catalog.Orchestrator("Main", context => context.CallSubOrchestratorAsync(
                "Child", new SubOrchestrationOptions(instanceId: context.InstanceId + "-child")));
        });
        await host.RunAsync("Main", id: "plain");
        await host.RunAsync("Main", id: "deep");

        Assert.Equal(1, (await host.Client.PurgeInstanceAsync("plain", Token)).PurgedInstanceCount);
        Assert.Equal(2,
            (await host.Client.PurgeInstanceAsync("deep", new PurgeInstanceOptions(Recursive: true), Token)).PurgedInstanceCount);

        Assert.Equal("plain-child", (await host.Client.GetAllInstancesAsync().SingleAsync(Token)).InstanceId);
    }

    [Fact]
    public async Task Tags_of_a_call_are_the_childs()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Orchestrator("Child", _ => Task.CompletedTask);
            catalog.Orchestrator("Main",
                context => context.CallSubOrchestratorAsync("Child", new SubOrchestrationOptions(instanceId: "child")
                {
                    Tags = new Dictionary<string, string> { ["unit"] = "north" },
                }));
        });

        await host.RunAsync("Main");

        Assert.Equal("north", (await host.GetAsync("child")).Tags["unit"]);
    }
}

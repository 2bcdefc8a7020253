using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class ChildTests : Comparison
{
    [Fact]
    public Task A_child_gives_its_result_and_knows_its_parent() => SameAsync(
        new Code()
            .Orchestrator<string>("Child", (context, input, journal) =>
            {
                journal.Add(context, $"parent {context.Parent?.Name} {context.Parent?.InstanceId}");
                return Task.FromResult<object?>($"{input} of {context.Name}");
            })
            .Orchestrator("Parent", async (context, journal) =>
            {
                journal.Add(context, $"parent {context.Parent?.InstanceId ?? "none"}");
                return await context.CallSubOrchestratorAsync<string>("Child", "task", Named("child"));
            }),
        async script =>
        {
            await script.StartAsync("Parent", "a");
            await script.EndAsync("a");
            await script.LookAsync("child");
        });

    [Fact]
    public Task A_child_without_a_chosen_id_has_32_hex_digits() => SameAsync(
        new Code()
            .Orchestrator("Child", (context, _) => Task.FromResult<object?>(
                Guid.TryParseExact(context.InstanceId, "N", out var _) ? "32 digits" : context.InstanceId))
            .Orchestrator("Parent", async (context, _) => await context.CallSubOrchestratorAsync<string>("Child")),
        Run);

    [Fact]
    public Task A_failed_child_fails_its_parent_with_the_chain() => SameAsync(
        new Code()
            .Broken()
            .Orchestrator("Child", async (context, _) => await context.CallActivityAsync<string>("Broken"))
            .Orchestrator("Parent", async (context, _) => await context.CallSubOrchestratorAsync<string>("Child", options: Named("child"))),
        async script =>
        {
            await script.StartAsync("Parent", "a");
            await script.EndAsync("a");
            await script.LookAsync("child");
        });

    [Fact]
    public Task A_failed_child_is_caught() => SameAsync(
        new Code()
            .Orchestrator("Child", (_, _) => throw new FormatException("No such paper."))
            .Orchestrator("Parent", async (context, _) =>
            {
                try
                {
                    return await context.CallSubOrchestratorAsync<string>("Child", options: Named("child"));
                }
                catch (TaskFailedException e)
                {
                    return $"{e.TaskName} #{e.TaskId}: {e.Message} / {Text.Of(e.FailureDetails)} / {e.InnerException?.GetType().FullName}";
                }
            }),
        Run);

    [Fact]
    public Task A_child_of_an_unknown_name_fails() => SameAsync(
        new Code().Orchestrator(
            "Parent", async (context, _) => await context.CallSubOrchestratorAsync<string>("Nobody", options: Named("child"))),
        async script =>
        {
            await script.StartAsync("Parent", "a");
            await script.EndAsync("a");
            await script.LookAsync("child");
        });

    [Fact]
    public Task Two_children_of_one_id_run_one_after_the_other() => SameAsync(
        new Code()
            .Orchestrator<int>("Child", (context, input, journal) =>
            {
                journal.Add(context, $"{input}");
                return Task.FromResult<object?>(input * 10);
            })
            .Orchestrator("Parent", async (context, _) =>
            {
                var first = await context.CallSubOrchestratorAsync<int>("Child", 1, Named("child"));
                var second = await context.CallSubOrchestratorAsync<int>("Child", 2, Named("child"));
                return first + second;
            }),
        async script =>
        {
            await script.StartAsync("Parent", "a");
            await script.EndAsync("a");
            await script.LookAsync("child");
        });

    [Fact]
    public Task A_terminated_child_fails_its_parent() => SameAsync(
        new Code().Waiter("Child").Orchestrator("Parent", async (context, journal) =>
        {
            journal.Open("waiting");
            try
            {
                return await context.CallSubOrchestratorAsync<string>("Child", options: Named("child"));
            }
            catch (Exception e)
            {
                return $"{e.GetType().Name}: {e.Message}";
            }
        }),
        async script =>
        {
            await script.StartAsync("Parent", "a");
            await script.ReachAsync("waiting");
            await script.StartedAsync("child");
            await script.TerminateAsync("child", new TerminateInstanceOptions("enough"));
            await script.EndAsync("child");
            await script.EndAsync("a");
        },
        KnownDifferences.TerminatedChild.Shows((
            "5 end a, output",
            "\"TaskFailedException: Task \\u0027Child\\u0027 (#0) failed with an unhandled exception.\"",
            "\"TaskFailedException: Task \\u0027Child\\u0027 (#0) failed with an unhandled exception: "
                + "The orchestration \\u0027child\\u0027 was terminated: \\u0022enough\\u0022\"")));

    [Fact]
    public Task Tags_of_a_child_are_those_of_its_call() => SameAsync(
        new Code()
            .Orchestrator("Child", (_, _) => Task.FromResult<object?>(null))
            .Orchestrator("Parent", async (context, _) =>
            {
                await context.CallSubOrchestratorAsync("Child", options: new SubOrchestrationOptions
                {
                    InstanceId = "child",
                    Tags = new Dictionary<string, string> { ["kind"] = "child" },
                });
                return null;
            }),
        async script =>
        {
            var tagged = new StartOrchestrationOptions("a") { Tags = new Dictionary<string, string> { ["kind"] = "parent" } };
            await script.StartAsync("Parent", tagged);
            await script.EndAsync("a");
            await script.LookAsync("child");
        });

    private static SubOrchestrationOptions Named(string id) => new() { InstanceId = id };

    private static async Task Run(Script script)
    {
        await script.StartAsync("Parent", "a");
        await script.EndAsync("a");
    }
}

using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class TerminateTests : Comparison
{
    [Fact]
    public Task A_waiting_instance_ends_with_the_output_of_the_call() => SameAsync(new Code().Waiter(), async script =>
    {
        await script.StartAsync("Wait", "a");
        await script.StartedAsync("a");
        await script.TerminateAsync("a", new TerminateInstanceOptions(new { why = "enough" }));
        await script.EndAsync("a");
    });

    [Fact]
    public Task Without_an_output_there_is_none() => SameAsync(new Code().Waiter(), async script =>
    {
        await script.StartAsync("Wait", "a");
        await script.StartedAsync("a");
        await script.TerminateAsync("a");
        await script.EndAsync("a");
    });

    [Fact]
    public Task A_suspended_instance_can_be_ended() => SameAsync(new Code().Waiter(), async script =>
    {
        await script.StartAsync("Wait", "a");
        await script.StartedAsync("a");
        await script.SuspendAsync("a");
        await script.TerminateAsync("a", new TerminateInstanceOptions("enough"));
        await script.EndAsync("a");
    });

    [Fact]
    public Task An_instance_that_ended_stays_as_it_was() => SameAsync(
        new Code().Waiter(),
        async script =>
        {
            await script.StartAsync("Wait", "a");
            await script.RaiseAsync("a", "go", "done");
            await script.EndAsync("a");
            await script.TerminateAsync("a", new TerminateInstanceOptions("too late"));
            await script.EndAsync("a");
        },
        KnownDifferences.NobodyToTell.Shows(("4 terminate a", "done", "RpcException FailedPrecondition")));

    [Fact]
    public Task An_unknown_instance_cannot_be_ended() => SameAsync(
        new Code().Waiter(),
        script => script.TerminateAsync("nobody"),
        KnownDifferences.NobodyToTell.Shows(("1 terminate nobody", "done", "RpcException NotFound")));

    [Fact]
    public Task Children_go_on_unless_they_are_to_end_too() => SameAsync(Family(), async script =>
    {
        await script.StartAsync("Parent", "a");
        await script.StartedAsync("child");
        await script.TerminateAsync("a", new TerminateInstanceOptions("enough"));
        await script.EndAsync("a");
        await script.LookAsync("child");
        await script.RaiseAsync("child", "go", "alone");
        await script.EndAsync("child");
    });

    [Fact]
    public Task Children_end_with_their_parent_when_asked() => SameAsync(
        Family(),
        async script =>
        {
            await script.StartAsync("Parent", "a");
            await script.StartedAsync("child");
            await script.TerminateAsync("a", new TerminateInstanceOptions("enough", Recursive: true));
            await script.EndAsync("a");
            await script.LookAsync("child");
        },
        KnownDifferences.Descendants.Shows(
            ("5 look at child", "Running", "Terminated"), ("5 look at child, output", "null", "\"enough\"")));

    [Fact]
    public Task The_result_of_an_activity_under_way_is_ignored() => SameAsync(
        new Code()
            .Activity<object>("Slow", async (_, _, journal) =>
            {
                journal.Open("working");
                await journal.PassAsync("work done");
                return "late";
            })
            .Orchestrator("Work", async (context, _) => await context.CallActivityAsync<string>("Slow")),
        async script =>
        {
            await script.StartAsync("Work", "a");
            await script.ReachAsync("working");
            await script.TerminateAsync("a", new TerminateInstanceOptions("enough"));
            await script.EndAsync("a");
            script.Journal.Open("work done");
            await script.LookAsync("a");
        });

    private static Code Family() => new Code()
        .Waiter("Child")
        .Orchestrator("Parent", async (context, _) => await context.CallSubOrchestratorAsync<string>(
            "Child", options: new SubOrchestrationOptions { InstanceId = "child" }));
}

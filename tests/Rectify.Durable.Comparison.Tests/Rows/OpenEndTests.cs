using Microsoft.DurableTask;
using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class OpenEndTests : Comparison
{
    [Fact]
    public Task An_uncancelled_timer_keeps_an_instance_running() => SameAsync(
        new Code().Orchestrator("Open", async (context, _) =>
        {
            var open = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            await context.WaitForExternalEvent<string>("go");
            return open.Status.ToString();
        }),
        async script =>
        {
            await script.StartAsync("Open", "a");
            await script.RaiseAsync("a", "go");
            await script.StayAsync("a");
            await script.LookAsync("a");
            await script.TerminateAsync("a");
            await script.EndAsync("a");
        });

    [Fact]
    public Task An_uncancelled_timer_lets_it_end_when_it_fires() => SameAsync(
        new Code().Orchestrator("Open", (context, _) =>
        {
            var open = context.CreateTimer(TimeSpan.FromSeconds(2), CancellationToken.None);
            context.SetCustomStatus("returned");
            return Task.FromResult<object?>("result");
        }),
        async script =>
        {
            await script.StartAsync("Open", "a");
            await script.StayAsync("a");
            await script.LookAsync("a");
            await script.EndAsync("a");
        });

    [Fact]
    public Task An_activity_under_way_keeps_an_instance_running() => SameAsync(
        Slow().Orchestrator("Open", (context, _) =>
        {
            var open = context.CallActivityAsync<string>("Slow");
            return Task.FromResult<object?>("result");
        }),
        WorkAsync);

    [Fact]
    public Task An_activity_under_way_keeps_a_failed_one_running() => SameAsync(
        Slow().Orchestrator("Open", (context, _) =>
        {
            var open = context.CallActivityAsync<string>("Slow");
            throw new FormatException("No such paper.");
        }),
        WorkAsync);

    [Fact]
    public Task An_activity_under_way_holds_up_the_next_execution() => SameAsync(
        Slow().Orchestrator<bool>("Open", (context, again, journal) =>
        {
            journal.Add(context, again ? "again" : "first");
            if (!again)
            {
                var open = context.CallActivityAsync<string>("Slow");
                context.ContinueAsNew(true);
            }

            return Task.FromResult<object?>("result");
        }),
        WorkAsync);

    [Fact]
    public Task A_failed_activity_that_nobody_awaits_is_forgotten() => SameAsync(
        new Code().Broken().Orchestrator("Open", (context, _) =>
        {
            var open = context.CallActivityAsync<string>("Broken");
            return Task.FromResult<object?>("result");
        }),
        async script =>
        {
            await script.StartAsync("Open", "a");
            await script.EndAsync("a");
        });

    [Fact]
    public Task A_child_under_way_keeps_its_parent_running() => SameAsync(
        new Code().Waiter("Child").Orchestrator("Open", (context, _) =>
        {
            var open = context.CallSubOrchestratorAsync<string>("Child", options: new SubOrchestrationOptions { InstanceId = "child" });
            return Task.FromResult<object?>("result");
        }),
        async script =>
        {
            await script.StartAsync("Open", "a");
            await script.StartedAsync("child");
            await script.StayAsync("a");
            await script.RaiseAsync("child", "go", "done");
            await script.EndAsync("a");
            await script.EndAsync("child");
        });

    [Fact]
    public Task A_wait_for_an_event_keeps_nobody_running() => SameAsync(
        new Code().Orchestrator("Open", (context, _) =>
        {
            var open = context.WaitForExternalEvent<string>("go");
            return Task.FromResult<object?>("result");
        }),
        async script =>
        {
            await script.StartAsync("Open", "a");
            await script.EndAsync("a");
        });

    [Fact]
    public Task Of_any_the_loser_keeps_an_instance_running() => SameAsync(
        Slow().Echo().Orchestrator("Open", async (context, _) =>
        {
            var first = await Task.WhenAny(context.CallActivityAsync<string>("Slow"), context.CallActivityAsync<string>("Echo", "quick"));
            return await first;
        }),
        WorkAsync);

    private static Code Slow() => new Code().Activity<object>("Slow", async (_, _, journal) =>
    {
        journal.Open("working");
        await journal.PassAsync("work done");
        return "late";
    });

    private static async Task WorkAsync(Script script)
    {
        await script.StartAsync("Open", "a");
        await script.ReachAsync("working");
        await script.StayAsync("a");
        script.Journal.Open("work done");
        await script.EndAsync("a");
    }
}

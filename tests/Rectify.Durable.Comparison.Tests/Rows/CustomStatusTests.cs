using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class CustomStatusTests : Comparison
{
    [Fact]
    public Task The_last_status_stands() => SameAsync(
        new Code().Orchestrator("Status", (context, _) =>
        {
            context.SetCustomStatus("first");
            context.SetCustomStatus(new { step = 2 });
            return Task.FromResult<object?>(null);
        }),
        Run);

    [Fact]
    public Task A_status_is_seen_while_the_code_waits() => SameAsync(
        new Code().Orchestrator("Status", async (context, journal) =>
        {
            context.SetCustomStatus("waiting");
            await context.WaitForExternalEvent<string>("go");
            context.SetCustomStatus("going");
            journal.Open("going");
            await context.WaitForExternalEvent<string>("end");
            return null;
        }),
        async script =>
        {
            await script.StartAsync("Status", "a");
            await script.StartedAsync("a");
            await script.LookAsync("a");
            await script.RaiseAsync("a", "go");
            await script.ReachAsync("going");
            await script.StayAsync("a");
            await script.LookAsync("a");
            await script.RaiseAsync("a", "end");
            await script.EndAsync("a");
        });

    [Fact]
    public Task A_status_can_be_taken_back() => SameAsync(
        new Code().Orchestrator("Status", async (context, _) =>
        {
            context.SetCustomStatus("first");
            await context.CreateTimer(TimeSpan.FromMilliseconds(5), CancellationToken.None);
            context.SetCustomStatus(null);
            return null;
        }),
        Run);

    [Fact]
    public Task A_status_does_not_outlive_its_execution() => SameAsync(
        new Code().Orchestrator<bool>("Status", async (context, again, _) =>
        {
            if (!again)
            {
                context.SetCustomStatus("first");
                context.ContinueAsNew(true);
                return null;
            }

            return await context.WaitForExternalEvent<string>("go");
        }),
        async script =>
        {
            await script.StartAsync("Status", "a");
            await script.StayAsync("a");
            await script.LookAsync("a");
            await script.RaiseAsync("a", "go", "done");
            await script.EndAsync("a");
        });

    [Fact]
    public Task A_failed_instance_keeps_its_status() => SameAsync(
        new Code().Orchestrator("Status", (context, _) =>
        {
            context.SetCustomStatus("before");
            throw new FormatException("No such paper.");
        }),
        Run);

    [Fact]
    public Task A_terminated_instance_keeps_its_status() => SameAsync(
        new Code().Orchestrator("Status", async (context, _) =>
        {
            context.SetCustomStatus("before");
            return await context.WaitForExternalEvent<string>("go");
        }),
        async script =>
        {
            await script.StartAsync("Status", "a");
            await script.StartedAsync("a");
            await script.TerminateAsync("a");
            await script.EndAsync("a");
        });

    private static async Task Run(Script script)
    {
        await script.StartAsync("Status", "a");
        await script.EndAsync("a");
    }
}

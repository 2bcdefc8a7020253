using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class SuspendTests : Comparison
{
    [Fact]
    public Task What_happens_meanwhile_is_learnt_after_the_resume() => SameAsync(
        new Code().Orchestrator("Two", async (context, journal) =>
        {
            journal.Open("waiting");
            var timer = context.CreateTimer(TimeSpan.FromMilliseconds(5), CancellationToken.None);
            journal.Add(context, await context.WaitForExternalEvent<string>("go"));
            journal.Add(context, await context.WaitForExternalEvent<string>("go"));
            await timer;
            return "done";
        }),
        async script =>
        {
            await script.StartAsync("Two", "a");
            await script.ReachAsync("waiting");
            await script.SuspendAsync("a");
            await script.RaiseAsync("a", "go", "1");
            await script.RaiseAsync("a", "go", "2");
            await script.StayAsync("a");
            await script.ResumeAsync("a");
            await script.EndAsync("a");
        });

    [Fact]
    public Task A_suspended_instance_says_so_and_runs_again() => SameAsync(new Code().Waiter(), async script =>
    {
        await script.StartAsync("Wait", "a");
        await script.StartedAsync("a");
        await script.SuspendAsync("a");
        await script.StayAsync("a");
        await script.ResumeAsync("a");
        await script.StayAsync("a");
        await script.RaiseAsync("a", "go", "done");
        await script.EndAsync("a");
    });

    [Fact]
    public Task To_suspend_twice_is_to_suspend_once() => SameAsync(new Code().Waiter(), async script =>
    {
        await script.StartAsync("Wait", "a");
        await script.StartedAsync("a");
        await script.SuspendAsync("a");
        await script.SuspendAsync("a");
        await script.StayAsync("a");
        await script.ResumeAsync("a");
        await script.RaiseAsync("a", "go", "done");
        await script.EndAsync("a");
    });

    [Fact]
    public Task What_is_not_suspended_cannot_be_resumed() => SameAsync(
        new Code().Waiter(),
        async script =>
        {
            await script.StartAsync("Wait", "a");
            await script.StartedAsync("a");
            await script.ResumeAsync("a");
            await script.RaiseAsync("a", "go", "done");
            await script.EndAsync("a");
        },
        KnownDifferences.NothingToResume.Shows(("3 resume a", "done", "RpcException FailedPrecondition")));

    [Fact]
    public Task An_instance_that_ended_is_neither_suspended_nor_resumed() => SameAsync(
        new Code().Waiter(),
        async script =>
        {
            await script.StartAsync("Wait", "a");
            await script.RaiseAsync("a", "go", "done");
            await script.EndAsync("a");
            await script.SuspendAsync("a");
            await script.ResumeAsync("a");
            await script.LookAsync("a");
        },
        KnownDifferences.NobodyToTell.Shows(
            ("4 suspend a", "done", "RpcException FailedPrecondition"), ("5 resume a", "done", "RpcException FailedPrecondition")));

    [Fact]
    public Task An_unknown_instance_is_neither_suspended_nor_resumed() => SameAsync(
        new Code().Waiter(),
        async script =>
        {
            await script.SuspendAsync("nobody");
            await script.ResumeAsync("nobody");
        },
        KnownDifferences.NobodyToTell.Shows(
            ("1 suspend nobody", "done", "RpcException NotFound"), ("2 resume nobody", "done", "RpcException NotFound")));

    [Fact]
    public Task An_activity_that_ends_meanwhile_is_learnt_after_the_resume() => SameAsync(
        new Code()
            .Activity<object>("Slow", async (_, _, journal) =>
            {
                journal.Open("working");
                await journal.PassAsync("work done");
                return "result";
            })
            .Orchestrator("Work", async (context, _) => await context.CallActivityAsync<string>("Slow")),
        async script =>
        {
            await script.StartAsync("Work", "a");
            await script.ReachAsync("working");
            await script.SuspendAsync("a");
            script.Journal.Open("work done");
            await script.StayAsync("a");
            await script.ResumeAsync("a");
            await script.EndAsync("a");
        });
}

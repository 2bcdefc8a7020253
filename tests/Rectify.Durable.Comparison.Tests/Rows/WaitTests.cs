using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class WaitTests : Comparison
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_wait_for_an_id_that_does_not_exist_yet_ends_when_it_does(bool completion) => SameAsync(
        new Code().Orchestrator("Quick", (_, _) => Task.FromResult<object?>("done")),
        async script =>
        {
            var waiting = completion
                ? script.Client.WaitForInstanceCompletionAsync("a", getInputsAndOutputs: true, TestContext.Current.CancellationToken)
                : script.Client.WaitForInstanceStartAsync("a", getInputsAndOutputs: true, TestContext.Current.CancellationToken);
            await script.StayAsync("a");
            script.Note("the wait", waiting.IsCompleted ? "is over" : "goes on");
            await script.StartAsync("Quick", "a");
            await script.EndAsync("a");
            var found = await waiting;
            script.Note("the wait gave", $"{found.InstanceId} {found.RuntimeStatus} {found.SerializedOutput}");
        });

    [Fact]
    public Task A_wait_for_the_start_of_an_ended_instance_ends_at_once() => SameAsync(new Code().Waiter(), async script =>
    {
        await script.StartAsync("Wait", "a", "input");
        await script.RaiseAsync("a", "go", "done");
        await script.EndAsync("a");
        await script.AskAsync("started a", async cancellation =>
        {
            var found = await script.Client.WaitForInstanceStartAsync("a", getInputsAndOutputs: true, cancellation);
            return $"{found.RuntimeStatus} {found.SerializedInput} {found.SerializedOutput}";
        });
    });

    [Fact]
    public Task A_wait_that_is_given_up_is_cancelled() => SameAsync(new Code().Waiter(), async script =>
    {
        await script.StartAsync("Wait", "a");
        await script.AskAsync("wait and give up", async _ =>
        {
            using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
            return (await script.Client.WaitForInstanceCompletionAsync("a", giveUp.Token)).RuntimeStatus.ToString();
        });
    });

    [Fact]
    public Task Many_wait_for_one_instance() => SameAsync(new Code().Waiter(), async script =>
    {
        await script.StartAsync("Wait", "a");
        var patience = TestContext.Current.CancellationToken;
        var waits = Enumerable.Range(0, 5)
            .Select(_ => script.Client.WaitForInstanceCompletionAsync("a", getInputsAndOutputs: true, patience))
            .ToList();
        await script.RaiseAsync("a", "go", "done");
        var found = await Task.WhenAll(waits);
        script.Note("all", string.Join(' ', found.Select(one => one.SerializedOutput)));
    });

    [Fact]
    public Task Empty_ids_and_names_are_refused() => SameAsync(
        new Code().Waiter(),
        EmptyAsync,
        KnownDifferences.EmptyId.Shows(("6 get", "System.ArgumentNullException", "System.ArgumentException")));

    private static async Task EmptyAsync(Script script)
    {
        await script.RaiseAsync("", "go");
        await script.RaiseAsync("a", "");
        await script.SuspendAsync("");
        await script.ResumeAsync("");
        await script.TerminateAsync("");
        await script.CallAsync("get", cancellation => script.Client.GetInstanceAsync("", cancellation));
        await script.CallAsync("purge", cancellation => script.Client.PurgeInstanceAsync("", cancellation));
        await script.CallAsync("restart", cancellation => script.Client.RestartAsync("", cancellation: cancellation));
    }
}

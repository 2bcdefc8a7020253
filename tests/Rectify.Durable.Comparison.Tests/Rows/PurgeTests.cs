using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class PurgeTests : Comparison
{
    [Fact]
    public Task An_ended_instance_is_purged_once() => SameAsync(new Code().Waiter(), async script =>
    {
        await FillAsync(script);
        await PurgeAsync(script, "done");
        await PurgeAsync(script, "done");
        await script.LookAsync("done");
    });

    [Fact]
    public Task An_unknown_instance_purges_nothing() => SameAsync(new Code().Waiter(), script => PurgeAsync(script, "nobody"));

    [Fact]
    public Task A_running_instance_is_not_purged() => SameAsync(
        new Code().Waiter(),
        async script =>
        {
            await FillAsync(script);
            await PurgeAsync(script, "waiting");
            await script.LookAsync("waiting");
        },
        KnownDifferences.PurgeOfRunning.Shows(("9 purge waiting", "0", "System.InvalidOperationException")));

    [Fact]
    public Task A_purged_id_is_free_again() => SameAsync(new Code().Waiter(), async script =>
    {
        await FillAsync(script);
        await PurgeAsync(script, "done");
        await script.StartAsync("Wait", new StartOrchestrationOptions("done") { DedupeStatuses = ["Completed"] });
        await script.RaiseAsync("done", "go", "again");
        await script.EndAsync("done");
    });

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated, OrchestrationRuntimeStatus.Failed)]
    [InlineData(OrchestrationRuntimeStatus.Failed)]
    public Task Many_are_purged_by_status(params OrchestrationRuntimeStatus[] statuses) => SameAsync(
        new Code().Waiter(), script => PurgeAllAsync(script, new PurgeInstancesFilter(DateTimeOffset.UnixEpoch, null, statuses)));

    [Fact]
    public Task Many_are_purged_by_the_time_of_their_creation() => SameAsync(
        new Code().Waiter(),
        script =>
        {
            var (from, to) = (DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1));
            return PurgeAllAsync(script, new PurgeInstancesFilter(from, to, [OrchestrationRuntimeStatus.Completed]));
        });

    private static async Task FillAsync(Script script)
    {
        await script.StartAsync("Wait", "done");
        await script.RaiseAsync("done", "go", "done");
        await script.EndAsync("done");
        await script.StartAsync("Wait", "ended");
        await script.TerminateAsync("ended");
        await script.EndAsync("ended");
        await script.StartAsync("Wait", "waiting");
        await script.StartedAsync("waiting");
    }

    private static Task PurgeAsync(Script script, string id) => script.AskAsync(
        $"purge {id}", async cancellation => $"{(await script.Client.PurgeInstanceAsync(id, cancellation)).PurgedInstanceCount}");

    private static async Task PurgeAllAsync(Script script, PurgeInstancesFilter filter)
    {
        await FillAsync(script);
        await script.AskAsync(
            "purge", async cancellation => $"{(await script.Client.PurgeAllInstancesAsync(filter, cancellation)).PurgedInstanceCount}");
        await script.LookAsync("done");
        await script.LookAsync("ended");
        await script.LookAsync("waiting");
    }
}

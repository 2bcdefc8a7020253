using Microsoft.DurableTask.Client;
using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class QueryTests : Comparison
{
    [Fact]
    public Task Metadata_without_data_withhold_input_output_and_failure() => SameAsync(
        new Code().Orchestrator("Fail", (context, _) =>
        {
            context.SetCustomStatus("before");
            throw new FormatException("No such paper.");
        }),
        async script =>
        {
            await script.StartAsync("Fail", "a", "input");
            await script.EndAsync("a");
            await script.LookAsync("a", withData: false);
            await script.LookAsync("a");
            await script.LookAsync("nobody");
        });

    [Fact]
    public Task Values_are_read_from_metadata_with_data_alone() => SameAsync(new Code().Waiter(), async script =>
    {
        await script.StartAsync("Wait", "a", "input");
        await script.RaiseAsync("a", "go", "output");
        await script.EndAsync("a");
        foreach (var withData in new[] { true, false })
        {
            await script.AskAsync($"read, data {withData}", async cancellation =>
            {
                var found = await script.Client.WaitForInstanceCompletionAsync("a", withData, cancellation);
                return $"{found.ReadInputAs<string>()} {found.ReadOutputAs<string>()} {found.ReadCustomStatusAs<string>() ?? "null"}";
            });
        }
    });

    [Fact]
    public Task Instances_are_found_by_the_beginning_of_their_id() => SameAsync(
        new Code().Waiter(), script => FindAsync(script, new OrchestrationQuery { InstanceIdPrefix = "a" }));

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    [InlineData(OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended)]
    [InlineData]
    public Task Instances_are_found_by_their_status(params OrchestrationRuntimeStatus[] statuses) => SameAsync(
        new Code().Waiter(), script => FindAsync(script, new OrchestrationQuery { Statuses = statuses }));

    [Fact]
    public Task Instances_are_found_by_both_and_with_their_data() => SameAsync(
        new Code().Waiter(),
        script => FindAsync(script, new OrchestrationQuery
        {
            InstanceIdPrefix = "a",
            Statuses = [OrchestrationRuntimeStatus.Completed],
            FetchInputsAndOutputs = true,
        }));

    [Fact]
    public Task A_query_that_asks_for_no_data_gets_none_from_ours() => SameAsync(
        new Code().Waiter(),
        async script =>
        {
            await script.StartAsync("Wait", "a", "input");
            await script.AskAsync("find", async cancellation =>
            {
                var query = new OrchestrationQuery { FetchInputsAndOutputs = false };
                var found = await script.Client.GetAllInstancesAsync(query).SingleAsync(cancellation);
                return Text.Of(found.SerializedInput);
            });
        },
        KnownDifferences.DataOfQueries.Shows(("2 find", "\"input\"", "null")));

    [Fact]
    public Task Instances_are_found_by_the_time_of_their_creation() => SameAsync(new Code().Waiter(), async script =>
    {
        var (longAgo, farOff) = (DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddYears(-1));
        await FindAsync(script, new OrchestrationQuery { CreatedFrom = longAgo, CreatedTo = farOff });
        await ListAsync(script, new OrchestrationQuery { CreatedTo = DateTimeOffset.UnixEpoch.AddYears(1) });
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(6)]
    public Task Pages_hold_each_instance_once(int size) => SameAsync(new Code().Waiter(), async script =>
    {
        await FillAsync(script);
        await script.AskAsync($"pages of {size}", async cancellation =>
        {
            var sizes = new List<int>();
            var ids = new List<string>();
            var pages = script.Client.GetAllInstancesAsync(new OrchestrationQuery { PageSize = size }).AsPages();
            await foreach (var page in pages.WithCancellation(cancellation))
            {
                sizes.Add(page.Values.Count);
                ids.AddRange(page.Values.Select(found => found.InstanceId));
            }

            return $"{string.Join(' ', sizes.Where(count => count > 0))}: {string.Join(' ', ids.Order(StringComparer.Ordinal))}";
        });
    });

    private static async Task FindAsync(Script script, OrchestrationQuery query)
    {
        await FillAsync(script);
        await ListAsync(script, query);
    }

    private static async Task FillAsync(Script script)
    {
        foreach (var id in new[] { "a1", "a2", "b1", "b2", "c" })
        {
            await script.StartAsync("Wait", id, id);
        }

        await script.RaiseAsync("a1", "go", "done");
        await script.EndAsync("a1");
        await script.TerminateAsync("b1");
        await script.EndAsync("b1");
        await script.StartedAsync("a2");
        await script.StartedAsync("b2");
        await script.StartedAsync("c");
    }

    private static Task ListAsync(Script script, OrchestrationQuery query) => script.AskAsync("find", async cancellation =>
    {
        var found = new List<string>();
        await foreach (var instance in script.Client.GetAllInstancesAsync(query).WithCancellation(cancellation))
        {
            found.Add(query.FetchInputsAndOutputs
                ? $"{instance.InstanceId} {instance.Name} {instance.RuntimeStatus} {instance.SerializedInput} {instance.SerializedOutput}"
                : $"{instance.InstanceId} {instance.Name} {instance.RuntimeStatus}");
        }

        return string.Join(", ", found.Order(StringComparer.Ordinal));
    });
}

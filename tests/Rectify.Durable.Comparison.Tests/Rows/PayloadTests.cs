using Microsoft.DurableTask;
using Rectify.Durable.Comparison.Tests.Hosts;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class PayloadTests : Comparison
{
    private static readonly string Large = string.Concat(Enumerable.Range(0, 100_000).Select(number => $"{number:D10}Ä"));

    [Fact]
    public Task A_megabyte_goes_in_and_comes_out() => SameAsync(
        new Code().Orchestrator<string>("Large", (_, input, _) => Task.FromResult<object?>(input)),
        async script =>
        {
            await script.StartAsync("Large", "a", Large);
            await script.EndAsync("a");
        });

    [Fact]
    public Task A_megabyte_goes_through_an_activity() => SameAsync(
        new Code().Echo().Orchestrator<string>(
            "Large", async (context, input, _) => await context.CallActivityAsync<string>("Echo", input)),
        async script =>
        {
            await script.StartAsync("Large", "a", Large);
            await script.EndAsync("a");
        });

    [Fact]
    public Task A_megabyte_comes_as_an_event() => SameAsync(new Code().Waiter(), async script =>
    {
        await script.StartAsync("Wait", "a");
        await script.RaiseAsync("a", "go", Large);
        await script.EndAsync("a");
    });

    [Fact]
    public Task A_megabyte_goes_to_a_child_and_to_the_next_execution() => SameAsync(
        new Code()
            .Orchestrator<string>("Child", (context, input, _) =>
            {
                if (input?.Length < 1_000_000)
                {
                    context.ContinueAsNew(Large);
                }

                return Task.FromResult<object?>(input);
            })
            .Orchestrator("Parent", async (context, _) =>
            {
                var options = new SubOrchestrationOptions { InstanceId = "child" };
                var result = await context.CallSubOrchestratorAsync<string>("Child", "small", options);
                context.SetCustomStatus(result);
                return result.Length;
            }),
        async script =>
        {
            await script.StartAsync("Parent", "a");
            await script.EndAsync("a");
            await script.LookAsync("child");
        });

    [Fact]
    public Task Every_kind_of_value_comes_back_as_it_was() => SameAsync(
        new Code()
            .Activity<System.Text.Json.JsonElement?>("Echo", (_, input, _) => Task.FromResult<object?>(input))
            .Orchestrator("Values", async (context, journal) =>
            {
                journal.Add(context, Show(await context.CallActivityAsync<int>("Echo", 7)));
                journal.Add(context, Show(await context.CallActivityAsync<string?>("Echo", (string?)null)));
                journal.Add(context, Show(await context.CallActivityAsync<string?>("Echo")));
                journal.Add(context, Show(await context.CallActivityAsync<int?>("Echo")));
                journal.Add(context, Show(await context.CallActivityAsync<string>("Echo", "")));
                journal.Add(context, Show(await context.CallActivityAsync<bool>("Echo", true)));
                journal.Add(context, Show(string.Join('+', await context.CallActivityAsync<int[]>("Echo", (object)new[] { 1, 2 }))));
                journal.Add(context, Show(await context.CallActivityAsync<Pair>("Echo", new Pair("a", 1))));
                journal.Add(context, Show(await context.CallActivityAsync<DateTimeOffset>("Echo", DateTimeOffset.UnixEpoch)));
                return null;
            }),
        async script =>
        {
            await script.StartAsync("Values", "a");
            await script.EndAsync("a");
        });

    private static string Show(object? value) => System.Text.Json.JsonSerializer.Serialize(value);

    private sealed record Pair(string Name, int Number);
}

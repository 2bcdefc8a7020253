using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class SerializationTests : Comparison
{
    [Fact]
    public Task A_result_that_cannot_be_serialized_fails_the_instance() => SameAsync(
        new Code().Orchestrator("Fail", (_, _) => Task.FromResult<object?>(new Loop())),
        Run);

    [Fact]
    public Task An_input_that_cannot_be_read_fails_the_instance() => SameAsync(
        new Code().Orchestrator<int>("Fail", (_, input, _) => Task.FromResult<object?>(input)),
        async script =>
        {
            await script.StartAsync("Fail", "a", "no number");
            await script.EndAsync("a");
        });

    [Fact]
    public Task An_input_that_an_activity_cannot_read_fails_the_call() => SameAsync(
        new Code()
            .Activity<int>("Number", (_, input, _) => Task.FromResult<object?>(input))
            .Orchestrator("Fail", async (context, _) => await context.CallActivityAsync<int>("Number", "no number")),
        Run);

    [Fact]
    public Task A_result_of_another_type_is_thrown_at_the_call() => SameAsync(
        new Code().Echo().Orchestrator("Fail", async (context, _) =>
        {
            try
            {
                return await context.CallActivityAsync<int>("Echo", "no number");
            }
            catch (Exception e)
            {
                return $"{e.GetType().FullName}: {e.Message}";
            }
        }),
        Run);

    private static async Task Run(Script script)
    {
        await script.StartAsync("Fail", "a");
        await script.EndAsync("a");
    }

    private sealed class Loop
    {
        public Loop Self => this;
    }
}

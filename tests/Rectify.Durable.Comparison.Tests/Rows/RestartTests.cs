using Microsoft.DurableTask;
using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class RestartTests : Comparison
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task An_ended_instance_starts_again_with_its_input(bool withNewId) => SameAsync(Waiting(), async script =>
    {
        var options = new StartOrchestrationOptions("a") { Tags = new Dictionary<string, string> { ["kind"] = "first" }, Version = "1.5" };
        await script.StartAsync("Wait", options, "input");
        await script.RaiseAsync("a", "go", "one");
        await script.EndAsync("a");
        var id = await RestartAsync(script, "a", withNewId);
        await script.CallAsync("raise again", cancellation => script.Client.RaiseEventAsync(id, "go", "two", cancellation));
        await script.AskAsync("end again", async cancellation =>
        {
            var again = await script.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, cancellation);
            return $"{again.RuntimeStatus} {again.SerializedInput} {again.SerializedOutput} {Text.Of(again.Tags)}";
        });
        await script.LookAsync("a");
    });

    [Fact]
    public Task A_failed_instance_starts_again() => SameAsync(
        new Code().Orchestrator("Once", (context, journal) =>
        {
            journal.Add("runs", context.Name);
            return journal.Count("runs") > 1 ? Task.FromResult<object?>("second") : throw new FormatException("No such paper.");
        }),
        async script =>
        {
            await script.StartAsync("Once", "a");
            await script.EndAsync("a");
            await RestartAsync(script, "a", withNewId: false);
            await script.EndAsync("a");
        });

    [Fact]
    public Task A_running_instance_is_not_started_again() => SameAsync(
        Waiting(),
        async script =>
        {
            await script.StartAsync("Wait", "a", "input");
            await script.StartedAsync("a");
            await RestartAsync(script, "a", withNewId: false);
            await script.LookAsync("a");
        },
        KnownDifferences.RestartOfRunning.Shows(("3 restart a", "RpcException Internal", "System.InvalidOperationException")));

    [Fact]
    public Task A_copy_of_a_running_instance_can_be_started() => SameAsync(Waiting(), async script =>
    {
        await script.StartAsync("Wait", "a", "input");
        await script.StartedAsync("a");
        await RestartAsync(script, "a", withNewId: true);
        await script.LookAsync("a");
    });

    [Fact]
    public Task An_unknown_instance_is_not_started_again() => SameAsync(
        Waiting(), script => RestartAsync(script, "nobody", withNewId: false));

    private static Code Waiting() => new Code().Orchestrator<string>("Wait", async (context, input, _) =>
        $"{input} {await context.WaitForExternalEvent<string>("go")} '{context.Version}'");

    private static async Task<string> RestartAsync(Script script, string id, bool withNewId)
    {
        var made = id;
        await script.AskAsync($"restart {id}", async cancellation =>
        {
            made = await script.Client.RestartAsync(id, withNewId, cancellation);
            return made == id ? "the same id" : Guid.TryParseExact(made, "N", out _) ? "32 digits" : made;
        });
        return made;
    }
}

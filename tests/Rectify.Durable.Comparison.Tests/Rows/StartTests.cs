using Microsoft.DurableTask;
using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class StartTests : Comparison
{
    [Fact]
    public Task A_start_that_names_what_it_may_not_replace_is_refused_while_one_runs() => SameAsync(new Code().Waiter(), async script =>
    {
        await script.StartAsync("Wait", "a", "first");
        await script.StartedAsync("a");
        await script.StartAsync("Wait", Refusing("Pending", "Running"), "second");
        await script.RaiseAsync("a", "go", "done");
        await script.EndAsync("a");
    });

    [Fact]
    public Task An_ended_instance_is_replaced() => SameAsync(new Code().Waiter(), async script =>
    {
        var tagged = new StartOrchestrationOptions("a") { Tags = new Dictionary<string, string> { ["run"] = "1" } };
        await script.StartAsync("Wait", tagged, "first");
        await script.RaiseAsync("a", "go", "one");
        await script.EndAsync("a");
        await script.StartAsync("Wait", "a", "second");
        await script.RaiseAsync("a", "go", "two");
        await script.EndAsync("a");
    });

    [Theory]
    [InlineData("Completed")]
    [InlineData("completed")]
    [InlineData("Failed")]
    [InlineData("Failed", "Terminated")]
    public Task An_ended_instance_is_replaced_unless_its_status_is_named(params string[] statuses) => SameAsync(
        new Code().Waiter(),
        async script =>
        {
            await script.StartAsync("Wait", "a", "first");
            await script.RaiseAsync("a", "go", "one");
            await script.EndAsync("a");
            await script.StartAsync("Wait", Refusing(statuses), "second");
            await script.StartedAsync("a");
            await script.LookAsync("a");
        });

    [Fact]
    public Task A_status_that_does_not_exist_is_refused() => SameAsync(
        new Code().Waiter(), script => script.StartAsync("Wait", Refusing("Lost")));

    [Fact]
    public Task An_id_is_made_when_none_is_given() => SameAsync(
        new Code().Waiter(),
        script => script.AskAsync("start without an id", async cancellation =>
        {
            var id = await script.Client.ScheduleNewOrchestrationInstanceAsync("Wait", cancellation);
            return Guid.TryParseExact(id, "N", out _) ? "32 digits" : id;
        }));

    [Fact]
    public Task Ids_are_compared_letter_by_letter() => SameAsync(
        new Code().Waiter(),
        async script =>
        {
            await script.StartAsync("Wait", "a");
            await script.RaiseAsync("a", "go", "small");
            await script.EndAsync("a");
            await script.AskAsync(
                "look at A", async cancellation => (await script.Client.GetInstanceAsync("A", cancellation))?.InstanceId ?? "unknown");
        },
        KnownDifferences.CaseOfIds.Shows(("4 look at A", "a", "unknown")));

    [Fact]
    public Task Tags_and_input_are_told_as_they_were_given() => SameAsync(new Code().Waiter(), async script =>
    {
        var options = new StartOrchestrationOptions("a") { Tags = new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" } };
        await script.StartAsync("Wait", options, new { name = "Ä", items = new[] { 1, 2 } });
        await script.StartedAsync("a");
        await script.LookAsync("a");
        await script.RaiseAsync("a", "go");
        await script.EndAsync("a");
    });

    [Fact]
    public Task An_event_for_nobody_is_refused_by_ours() => SameAsync(
        new Code().Waiter(),
        async script =>
        {
            await script.RaiseAsync("nobody", "go");
            await script.StartAsync("Wait", "a");
            await script.RaiseAsync("a", "go", "done");
            await script.EndAsync("a");
            await script.RaiseAsync("a", "go", "too late");
            await script.LookAsync("a");
        },
        KnownDifferences.NobodyToTell.Shows(
            ("1 raise go to nobody", "done", "RpcException NotFound"), ("5 raise go to a", "done", "RpcException FailedPrecondition")));

    private static StartOrchestrationOptions Refusing(params string[] statuses) =>
        new StartOrchestrationOptions("a") { DedupeStatuses = statuses };
}

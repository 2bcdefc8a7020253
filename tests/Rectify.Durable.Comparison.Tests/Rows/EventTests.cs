using Rectify.Durable.Comparison.Tests.Hosts;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class EventTests : Comparison
{
    [Fact]
    public Task An_event_is_heard_whatever_the_case_of_its_name() => SameAsync(
        new Code().Waiter(),
        async script =>
        {
            await script.StartAsync("Wait", "a");
            await script.RaiseAsync("a", "GO", "first");
            await script.EndAsync("a");
        });

    [Fact]
    public Task An_event_that_comes_before_somebody_waits_is_kept() => SameAsync(
        new Code().Orchestrator("Order", async (context, _) =>
        {
            var second = await context.WaitForExternalEvent<string>("second");
            var first = await context.WaitForExternalEvent<string>("first");
            return $"{second} {first}";
        }),
        async script =>
        {
            await script.StartAsync("Order", "a");
            await script.RaiseAsync("a", "first", "early");
            await script.RaiseAsync("a", "second", "late");
            await script.EndAsync("a");
        });

    [Fact]
    public Task Events_of_one_name_are_heard_in_their_order() => SameAsync(
        new Code().Orchestrator("Count", async (context, journal) =>
        {
            for (var number = 0; number < 20; number++)
            {
                journal.Add(context, $"{await context.WaitForExternalEvent<int>("number")}");
            }

            return null;
        }),
        async script =>
        {
            await script.StartAsync("Count", "a");
            for (var number = 0; number < 20; number++)
            {
                await script.RaiseAsync("a", "number", number);
            }

            await script.EndAsync("a");
        });

    [Fact]
    public Task Of_two_waiters_the_newer_is_served_first() => SameAsync(
        new Code().Orchestrator("Two", async (context, journal) =>
        {
            journal.Open("waiting");
            var older = context.WaitForExternalEvent<string>("go");
            var newer = context.WaitForExternalEvent<string>("go");
            await Task.WhenAll(older, newer);
            return $"older {await older}, newer {await newer}";
        }),
        async script =>
        {
            await script.StartAsync("Two", "a");
            await script.ReachAsync("waiting");
            await script.RaiseAsync("a", "go", "1");
            await script.RaiseAsync("a", "go", "2");
            await script.EndAsync("a");
        });

    [Fact]
    public Task An_event_without_a_payload_is_null() => SameAsync(
        new Code().Orchestrator("Nothing", async (context, _) => await context.WaitForExternalEvent<string?>("go") ?? "nothing"),
        async script =>
        {
            await script.StartAsync("Nothing", "a");
            await script.RaiseAsync("a", "go");
            await script.EndAsync("a");
        });

    [Fact]
    public Task An_orchestrator_sends_an_event_to_another_and_to_itself() => SameAsync(
        new Code().Waiter().Orchestrator("Send", async (context, _) =>
        {
            context.SendEvent("other", "go", "from a");
            context.SendEvent("nobody", "go", "from a");
            context.SendEvent(context.InstanceId, "back", new { number = 7 });
            return await context.WaitForExternalEvent<object>("back");
        }),
        async script =>
        {
            await script.StartAsync("Wait", "other");
            await script.StartAsync("Send", "a");
            await script.EndAsync("a");
            await script.EndAsync("other");
        });
}

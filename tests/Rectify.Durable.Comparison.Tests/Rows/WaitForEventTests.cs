using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class WaitForEventTests : Comparison
{
    private const string NoNumber =
        "The JSON value could not be converted to System.Int32. Path: $ | LineNumber: 0 | BytePositionInLine: 11.";

    [Fact]
    public Task Two_waiters_of_one_name_must_expect_one_type() => SameAsync(
        new Code().Orchestrator("Types", async (context, _) =>
        {
            var text = context.WaitForExternalEvent<string>("go");
            var number = context.WaitForExternalEvent<int>("go");
            return $"{await text}{await number}";
        }),
        async script =>
        {
            await script.StartAsync("Types", "a");
            await script.EndAsync("a");
        });

    [Fact]
    public Task A_payload_of_the_wrong_type_is_caught_at_the_wait_in_ours_alone() => SameAsync(
        new Code().Orchestrator("Guarded", async (context, journal) =>
        {
            journal.Open("waiting");
            try
            {
                return await context.WaitForExternalEvent<int>("number");
            }
            catch (Exception e)
            {
                return $"caught {e.GetType().Name}";
            }
        }),
        async script =>
        {
            await script.StartAsync("Guarded", "a");
            await script.ReachAsync("waiting");
            await script.RaiseAsync("a", "number", "no number");
            await script.EndAsync("a");
        },
        KnownDifferences.WrongPayload.Shows(
            ("3 end a", "Failed", "Completed"),
            ("3 end a, output", "null", "\"caught JsonException\""),
            ("3 end a, failure", $"[System.Text.Json.JsonException] {NoNumber} with stack ← "
                + "[System.InvalidOperationException] Cannot get the value of a token type 'String' as a number. with stack", "none")));

    [Fact]
    public Task A_payload_of_the_wrong_type_that_was_kept_is_thrown_at_the_wait() => SameAsync(
        new Code().Orchestrator("Guarded", async (context, _) =>
        {
            await context.WaitForExternalEvent<string>("go");
            try
            {
                return await context.WaitForExternalEvent<int>("number");
            }
            catch (Exception e)
            {
                return $"caught {e.GetType().Name}, then {await context.WaitForExternalEvent<int>("number")}";
            }
        }),
        async script =>
        {
            await script.StartAsync("Guarded", "a");
            await script.RaiseAsync("a", "number", "no number");
            await script.RaiseAsync("a", "go");
            await script.RaiseAsync("a", "number", 7);
            await script.EndAsync("a");
        });

    [Fact]
    public Task A_waiter_that_gave_up_leaves_the_event_to_the_one_that_still_waits() => SameAsync(
        new Code().Orchestrator("GiveUp", async (context, journal) =>
        {
            using var giveUp = new CancellationTokenSource();
            var older = context.WaitForExternalEvent<string>("go");
            var newer = context.WaitForExternalEvent<string>("go", giveUp.Token);
            giveUp.Cancel();
            journal.Add(context, $"newer {newer.Status}");
            journal.Open("waiting");
            return await older;
        }),
        async script =>
        {
            await script.StartAsync("GiveUp", "a");
            await script.ReachAsync("waiting");
            await script.RaiseAsync("a", "go", "1");
            await script.EndAsync("a");
        });

    [Fact]
    public Task A_wait_with_a_limit_ends_with_a_cancellation() => SameAsync(
        new Code().Orchestrator("Limit", async (context, _) =>
        {
            try
            {
                return await context.WaitForExternalEvent<string>("go", TimeSpan.FromMilliseconds(20));
            }
            catch (OperationCanceledException e)
            {
                return e.GetType().Name;
            }
        }),
        async script =>
        {
            await script.StartAsync("Limit", "a");
            await script.EndAsync("a");
        });
}

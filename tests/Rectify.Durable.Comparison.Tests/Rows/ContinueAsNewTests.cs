using Microsoft.DurableTask;
using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class ContinueAsNewTests : Comparison
{
    [Fact]
    public Task The_next_execution_has_the_new_input_and_the_old_id() => SameAsync(
        new Code().Orchestrator<int>("Count", (context, input, journal) =>
        {
            journal.Add(context, $"{input}");
            if (input < 3)
            {
                context.ContinueAsNew(input + 1);
            }

            return Task.FromResult<object?>(input);
        }),
        async script =>
        {
            var tagged = new StartOrchestrationOptions("a") { Tags = new Dictionary<string, string> { ["kind"] = "count" } };
            await script.StartAsync("Count", tagged, 1);
            await script.EndAsync("a");
        });

    [Fact]
    public Task Unread_events_go_along_in_their_order() => SameAsync(
        Loop(preserve: true),
        ReadAsync,
        KnownDifferences.CarriedEvents.Shows(("seen by a", "4", "1 | 2 | 3 | 4")));

    [Fact]
    public Task Unread_events_are_dropped_when_asked() => SameAsync(Loop(preserve: false), ReadAsync);

    [Fact]
    public Task Of_two_requests_the_last_counts_and_a_result_is_ignored() => SameAsync(
        new Code().Orchestrator<string>("Twice", (context, input, _) =>
        {
            if (input is null)
            {
                context.ContinueAsNew("first");
                context.ContinueAsNew("second");
            }

            return Task.FromResult<object?>(input ?? "ignored");
        }),
        Run("Twice"));

    [Fact]
    public Task A_failure_after_the_request_fails_the_instance() => SameAsync(
        new Code().Orchestrator<string>("Fail", (context, _, _) =>
        {
            context.ContinueAsNew("next");
            throw new FormatException("No such paper.");
        }),
        Run("Fail"));

    [Fact]
    public Task A_child_that_continues_answers_its_parent_once() => SameAsync(
        new Code()
            .Orchestrator<int>("Child", (context, input, journal) =>
            {
                journal.Add(context, $"{input}, parent {context.Parent?.InstanceId ?? "none"}");
                if (input < 2)
                {
                    context.ContinueAsNew(input + 1);
                }

                return Task.FromResult<object?>(input);
            })
            .Orchestrator("Parent", async (context, _) => await context.CallSubOrchestratorAsync<int>(
                "Child", 0, new SubOrchestrationOptions { InstanceId = "child" })),
        Run("Parent"));

    [Fact]
    public Task Guids_differ_from_one_execution_to_the_next() => SameAsync(
        new Code().Orchestrator<Guid?>("Guids", async (context, input, _) =>
        {
            await context.CreateTimer(TimeSpan.FromMilliseconds(5), CancellationToken.None);
            var made = context.NewGuid();
            if (input is null)
            {
                context.ContinueAsNew(made);
            }

            return input is not null && input != made;
        }),
        async script =>
        {
            await script.StartAsync("Guids", "a");
            await script.AskAsync("end a", async cancellation =>
                (await script.Client.WaitForInstanceCompletionAsync("a", getInputsAndOutputs: true, cancellation)).SerializedOutput!);
        });

    private static Code Loop(bool preserve) => new Code().Orchestrator<bool>("Loop", async (context, again, journal) =>
    {
        journal.Open(again ? "again" : "waiting");
        if (!again)
        {
            await context.WaitForExternalEvent<string>("go");
            context.ContinueAsNew(true, preserve);
            return null;
        }

        var stop = context.WaitForExternalEvent<string>("stop");
        for (var item = Next(); await Task.WhenAny(item, stop) == item; item = Next())
        {
            journal.Add(context, await item);
        }

        return "read";

        Task<string> Next() => context.WaitForExternalEvent<string>("item");
    });

    private static async Task ReadAsync(Script script)
    {
        await script.StartAsync("Loop", "a");
        await script.ReachAsync("waiting");
        await script.RaiseAsync("a", "item", "1");
        await script.RaiseAsync("a", "item", "2");
        await script.RaiseAsync("a", "item", "3");
        await script.RaiseAsync("a", "go");
        await script.ReachAsync("again");
        await script.RaiseAsync("a", "item", "4");
        await script.RaiseAsync("a", "stop");
        await script.EndAsync("a");
    }

    private static Func<Script, Task> Run(string name) => async script =>
    {
        await script.StartAsync(name, "a");
        await script.EndAsync("a");
    };
}

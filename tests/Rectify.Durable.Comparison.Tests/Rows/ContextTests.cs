using Microsoft.DurableTask;
using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class ContextTests : Comparison
{
    [Fact]
    public Task Guids_follow_from_the_id_the_instant_and_the_count() => SameAsync(
        new Code().Orchestrator("Guids", async (context, _) =>
        {
            var first = context.NewGuid() == Expected(context, 0);
            var second = context.NewGuid() == Expected(context, 1);
            await context.CreateTimer(TimeSpan.FromMilliseconds(5), CancellationToken.None);
            var third = context.NewGuid() == Expected(context, 2);
            return $"{first} {second} {third}";
        }),
        Run("Guids"));

    [Fact]
    public Task A_value_that_was_not_given_is_null_or_the_default() => SameAsync(
        new Code()
            .Activity("Nothing", _ => null)
            .Orchestrator("Child", (_, _) => Task.FromResult<object?>(null))
            .Orchestrator("Values", async (context, journal) =>
            {
                await Note("activity", () => context.CallActivityAsync<int>("Nothing"));
                await Note("child", () => context.CallSubOrchestratorAsync<int>("Child"));
                await Note("event", () => context.WaitForExternalEvent<int>("go"));
                return null;

                async Task Note(string what, Func<Task<int>> get)
                {
                    try
                    {
                        journal.Add(context, $"{what} {await get()}");
                    }
                    catch (Exception e)
                    {
                        journal.Add(context, $"{what} {e.GetType().Name}");
                    }
                }
            }),
        async script =>
        {
            await script.StartAsync("Values", "a");
            await script.RaiseAsync("a", "go");
            await script.EndAsync("a");
        },
        KnownDifferences.NoPayload.Shows(
            ("seen by a", "activity 0 | child 0 | event NullReferenceException", "activity 0 | child 0 | event 0")));

    [Fact]
    public Task The_instant_stands_within_a_turn_and_moves_between_turns() => SameAsync(
        new Code().Orchestrator("Now", async (context, _) =>
        {
            var first = context.CurrentUtcDateTime;
            var same = context.CurrentUtcDateTime;
            await context.CreateTimer(TimeSpan.FromMilliseconds(20), CancellationToken.None);
            return $"{first.Kind}, same {first == same}, later {context.CurrentUtcDateTime > first}";
        }),
        Run("Now"));

    [Fact]
    public Task Input_that_was_not_given_is_the_default() => SameAsync(
        new Code().Orchestrator<string>("Input", (context, input, _) =>
            Task.FromResult<object?>($"{input ?? "null"} {context.GetInput<string>() ?? "null"}")),
        Run("Input"));

    [Fact]
    public Task A_number_that_was_not_given_is_zero() => SameAsync(
        new Code().Orchestrator<int>("Input", (_, input, _) => Task.FromResult<object?>(input)),
        Run("Input"));

    [Fact]
    public Task Input_is_read_as_often_as_one_likes() => SameAsync(
        new Code().Orchestrator<int[]>("Input", async (context, input, _) =>
        {
            await context.CreateTimer(TimeSpan.FromMilliseconds(5), CancellationToken.None);
            return input!.Sum() + context.GetInput<int[]>()!.Sum();
        }),
        async script =>
        {
            await script.StartAsync("Input", "a", new[] { 1, 2, 3 });
            await script.EndAsync("a");
        });

    [Fact]
    public Task The_name_is_the_one_that_was_asked_for() => SameAsync(
        new Code().Orchestrator("Name", (context, _) => Task.FromResult<object?>($"{context.Name} {context.InstanceId}")),
        async script =>
        {
            await script.StartAsync("Name", "a");
            await script.EndAsync("a");
            await script.StartAsync("NAME", "b");
            await script.EndAsync("b");
        });

    [Fact]
    public Task An_activity_knows_its_name_and_its_orchestration() => SameAsync(
        new Code()
            .Activity<string>("Who", (context, _, _) =>
                Task.FromResult<object?>($"{context.Name} {context.InstanceId} '{context.Version}'"))
            .Orchestrator("Ask", async (context, _) => await context.CallActivityAsync<string>("Who")),
        Run("Ask"));

    [Fact]
    public Task Options_in_the_place_of_the_input_are_refused() => SameAsync(
        new Code().Echo().Orchestrator("Options", async (context, _) =>
            await context.CallActivityAsync<string>("Echo", (object)new TaskOptions())),
        Run("Options"));

    [Fact]
    public Task Replay_safe_loggers_and_the_flag_agree() => SameAsync(
        new Code().Echo().Orchestrator("Replay", async (context, journal) =>
        {
            journal.Add(context, "one");
            await context.CallActivityAsync<string>("Echo", "x");
            journal.Add(context, "two");
            await Task.WhenAll(context.CallActivityAsync<string>("Echo", "x"), context.CallActivityAsync<string>("Echo", "y"));
            journal.Add(context, "three");
            return context.IsReplaying;
        }),
        Run("Replay"));

    [Fact]
    public Task Many_activities_at_once_give_their_results_in_the_order_of_the_calls() => SameAsync(
        new Code().Echo().Orchestrator("Many", async (context, _) =>
        {
            var calls = Enumerable.Range(0, 40).Select(number => context.CallActivityAsync<string>("Echo", $"{number}"));
            return string.Join(' ', await Task.WhenAll(calls));
        }),
        Run("Many"));

    // Version 5 of RFC 9562: the SHA-1 of a namespace and a name.
    private static Guid Expected(TaskOrchestrationContext context, int count)
    {
        var space = Guid.Parse("9e952958-5e33-4daf-827f-2fa12937b875").ToByteArray(bigEndian: true);
        var name = System.Text.Encoding.UTF8.GetBytes($"{context.InstanceId}_{context.CurrentUtcDateTime:o}_{count}");
        var hash = System.Security.Cryptography.SHA1.HashData([.. space, .. name])[..16];
        hash[6] = (byte)(hash[6] & 0x0f | 0x50);
        hash[8] = (byte)(hash[8] & 0x3f | 0x80);
        return new Guid(hash, bigEndian: true);
    }

    private static Func<Script, Task> Run(string name) => async script =>
    {
        await script.StartAsync(name, "a");
        await script.EndAsync("a");
    };
}

using Microsoft.DurableTask;
using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class FailureTests : Comparison
{
    private const string Broken = "Task 'Broken' (#0) failed with an unhandled exception";
    private const string Wrapped = "[System.ArgumentException] Wrapped. with stack"
        + $" ← [Microsoft.DurableTask.TaskFailedException] {Broken}: The press is broken. with stack";

    [Fact]
    public Task A_failed_activity_fails_its_orchestrator_with_every_cause() => SameAsync(
        new Code().Broken().Orchestrator("Fail", async (context, _) => await context.CallActivityAsync<string>("Broken")),
        Run);

    [Fact]
    public Task A_failed_activity_is_caught() => SameAsync(
        new Code().Broken().Orchestrator("Fail", async (context, _) =>
        {
            try
            {
                return await context.CallActivityAsync<string>("Broken");
            }
            catch (TaskFailedException e)
            {
                var details = e.FailureDetails;
                var causes = $"{details.IsCausedBy<InvalidOperationException>()} {details.IsCausedBy<FormatException>()}";
                return $"{e.TaskName} #{e.TaskId}: {e.Message} / {Text.Of(details)} / "
                    + $"{causes} {details.IsCausedBy<Exception>()} / "
                    + $"{e.InnerException?.GetType().FullName}: {e.InnerException?.Message}";
            }
        }),
        Run);

    [Fact]
    public Task An_exception_of_the_code_fails_it_with_every_cause() => SameAsync(
        new Code().Orchestrator("Fail", (_, _) => throw new InvalidOperationException("Outer.", new FormatException("Inner."))),
        Run);

    [Fact]
    public Task An_exception_that_wraps_a_failed_activity_keeps_the_chain() => SameAsync(
        new Code().Broken().Orchestrator("Fail", async (context, _) =>
        {
            try
            {
                return await context.CallActivityAsync<string>("Broken");
            }
            catch (TaskFailedException e)
            {
                throw new ArgumentException("Wrapped.", e);
            }
        }),
        Run,
        KnownDifferences.WrappedFailure.Shows((
            "2 end a, failure",
            $"{Wrapped} ← [DurableTask.Core.Exceptions.TaskFailedException] {Broken}: "
                + "Exception of type 'DurableTask.Core.Exceptions.TaskFailedException' was thrown. with stack",
            $"{Wrapped} ← [System.InvalidOperationException] The press is broken. with stack ← [System.FormatException] No such paper.")));

    [Fact]
    public Task Failures_nest_three_orchestrators_deep() => SameAsync(
        new Code()
            .Broken()
            .Orchestrator("Third", async (context, _) => await context.CallActivityAsync<string>("Broken"))
            .Orchestrator("Second", async (context, _) => await context.CallSubOrchestratorAsync<string>("Third"))
            .Orchestrator("Fail", async (context, _) => await context.CallSubOrchestratorAsync<string>("Second")),
        Run);

    [Fact]
    public Task Of_all_the_first_failure_fails_the_instance() => SameAsync(
        new Code().Broken().Echo().Orchestrator("Fail", async (context, journal) =>
        {
            var all = Task.WhenAll(
                context.CallActivityAsync<string>("Echo", "fine"),
                context.CallActivityAsync<string>("Broken"),
                context.CallActivityAsync<string>("Broken"));
            try
            {
                await all;
            }
            catch (TaskFailedException e)
            {
                journal.Add(context, $"#{e.TaskId}, {all.Exception!.InnerExceptions.Count} in all");
                throw;
            }

            return null;
        }),
        Run);

    [Fact]
    public Task Of_any_the_first_to_end_is_the_failed_one() => SameAsync(
        new Code().Broken().Orchestrator("Fail", async (context, journal) =>
        {
            var told = context.WaitForExternalEvent<string>("go");
            var broken = context.CallActivityAsync<string>("Broken");
            var first = await Task.WhenAny(told, broken);
            journal.Add(context, $"{(first == broken ? "broken" : "told")} {first.Status}");
            return await first;
        }),
        Run);

    [Fact]
    public Task A_cancellation_of_the_code_fails_it() => SameAsync(
        new Code().Orchestrator("Fail", (_, _) => throw new OperationCanceledException("Given up.")),
        Run,
        KnownDifferences.Cancellation.Shows(
            ("2 end a, output", "null", "A task was canceled."),
            (
                "2 end a, failure",
                "[System.AggregateException] One or more errors occurred. (A task was canceled.) with stack"
                    + " ← [System.Threading.Tasks.TaskCanceledException] A task was canceled. with stack",
                "[System.Threading.Tasks.TaskCanceledException] A task was canceled.")));

    [Fact]
    public Task An_aggregate_fails_the_instance_as_it_is() => SameAsync(
        new Code().Orchestrator("Fail", (_, _) => throw new AggregateException(new FormatException("One."), new FormatException("Two."))),
        Run);

    [Fact]
    public Task An_unknown_activity_fails_the_call() => SameAsync(
        new Code().Orchestrator("Fail", async (context, _) => await context.CallActivityAsync<string>("Nowhere")),
        Run);

    [Fact]
    public Task An_unknown_orchestrator_fails_the_instance() => SameAsync(new Code(), Run);

    [Fact]
    public Task A_foreign_await_is_heard_of_in_ours_alone() => SameAsync(
        new Code().Orchestrator("Fail", async (_, _) =>
        {
            await Task.Run(() => { }).ConfigureAwait(false);
            await Task.Run(() => { }).ConfigureAwait(false);
            return "unreached";
        }),
        async script =>
        {
            await script.StartAsync("Fail", "a");
            await script.StayAsync("a");
        },
        KnownDifferences.ForeignAwait.Shows(("2 stay a", "stays Running", "ended: Failed")));

    private static async Task Run(Script script)
    {
        await script.StartAsync("Fail", "a");
        await script.EndAsync("a");
    }
}

using Microsoft.DurableTask;
using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class RetryPolicyTests : Comparison
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(10);

    [Fact]
    public Task A_policy_repeats_until_the_call_succeeds() => SameAsync(
        Failing(times: 2).Orchestrator("Retry", async (context, _) => await context.CallActivityAsync<string>("Try", options: Policy(3))),
        Run);

    [Fact]
    public Task An_exhausted_policy_fails_with_the_last_failure() => SameAsync(
        Failing(times: 9).Orchestrator("Retry", async (context, _) => await context.CallActivityAsync<string>("Try", options: Policy(3))),
        Run);

    [Fact]
    public Task A_policy_of_one_attempt_does_not_repeat() => SameAsync(
        Failing(times: 9).Orchestrator("Retry", async (context, _) => await context.CallActivityAsync<string>("Try", options: Policy(1))),
        Run);

    [Fact]
    public Task An_exhausted_policy_is_caught_with_its_chain() => SameAsync(
        Failing(times: 9).Orchestrator("Retry", async (context, journal) =>
        {
            try
            {
                return await context.CallActivityAsync<string>("Try", options: Policy(2));
            }
            catch (TaskFailedException e)
            {
                journal.Add(context, $"{e.TaskName} #{e.TaskId}: {e.Message}");
                return Text.Of(e.FailureDetails);
            }
        }),
        Run);

    [Fact]
    public Task The_waits_grow_by_the_coefficient_up_to_their_limit() => SameAsync(
        Failing(times: 9).Orchestrator("Retry", async (context, _) =>
        {
            var start = context.CurrentUtcDateTime;
            var policy = new RetryPolicy(
                4, TimeSpan.FromMilliseconds(100), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMilliseconds(150));
            try
            {
                await context.CallActivityAsync("Try", options: TaskOptions.FromRetryPolicy(policy));
            }
            catch (TaskFailedException)
            {
                // 100 + 150 + 150, and once more 150 after the last attempt
                return context.CurrentUtcDateTime - start >= TimeSpan.FromMilliseconds(550);
            }

            return null;
        }),
        Run);

    [Fact]
    public Task A_failure_after_the_time_for_all_attempts_is_the_last() => SameAsync(
        Failing(times: 99).Orchestrator("Retry", async (context, _) =>
        {
            var policy = new RetryPolicy(50, TimeSpan.FromSeconds(1), retryTimeout: TimeSpan.FromSeconds(1));
            try
            {
                return await context.CallActivityAsync<string>("Try", options: TaskOptions.FromRetryPolicy(policy));
            }
            catch (TaskFailedException e)
            {
                return e.FailureDetails.ErrorMessage;
            }
        }),
        Run);

    [Fact]
    public Task A_policy_that_handles_other_failures_does_not_repeat() => SameAsync(
        Failing(times: 9).Orchestrator("Retry", async (context, _) =>
        {
            var policy = new RetryPolicy(3, Short) { HandleFailure = failure => failure.IsCausedBy<FormatException>() };
            return await context.CallActivityAsync<string>("Try", options: TaskOptions.FromRetryPolicy(policy));
        }),
        Run);

    [Fact]
    public Task A_policy_sees_the_failure_of_the_activity() => SameAsync(
        Failing(times: 1).Orchestrator("Retry", async (context, journal) =>
        {
            var policy = new RetryPolicy(3, Short)
            {
                HandleFailure = failure =>
                {
                    journal.Add(context, Text.Of(failure));
                    return failure.IsCausedBy<InvalidOperationException>();
                },
            };
            return await context.CallActivityAsync<string>("Try", options: TaskOptions.FromRetryPolicy(policy));
        }),
        Run);

    [Fact]
    public Task A_child_is_repeated_by_policy_too() => SameAsync(
        Failing(times: 1)
            .Orchestrator("Child", async (context, _) => await context.CallActivityAsync<string>("Try"))
            .Orchestrator("Retry", async (context, _) => await context.CallSubOrchestratorAsync<string>(
                "Child", options: Policy(2).WithInstanceId("child"))),
        async script =>
        {
            await Run(script);
            await script.LookAsync("child");
        });

    [Fact]
    public Task A_missing_activity_is_not_repeated_by_a_policy() => SameAsync(
        new Code().Orchestrator("Retry", async (context, journal) =>
        {
            var policy = new RetryPolicy(3, Short)
            {
                HandleFailure = failure =>
                {
                    journal.Add(context, failure.ErrorType);
                    return true;
                },
            };
            return await context.CallActivityAsync<string>("Nowhere", options: TaskOptions.FromRetryPolicy(policy));
        }),
        Run);

    private static Code Failing(int times) => new Code().Activity("Try", journal =>
    {
        journal.Add("attempts", "tried");
        return journal.Count("attempts") > times ? "done" : throw new InvalidOperationException($"Attempt {journal.Count("attempts")}");
    });

    private static TaskOptions Policy(int attempts) => TaskOptions.FromRetryPolicy(new RetryPolicy(attempts, Short));

    private static async Task Run(Script script)
    {
        await script.StartAsync("Retry", "a");
        await script.EndAsync("a");
    }
}

using Microsoft.DurableTask;
using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class RetryHandlerTests : Comparison
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(10);

    [Fact]
    public Task A_handler_decides_after_each_failure() => SameAsync(
        Failing(times: 9).Orchestrator("Retry", async (context, journal) =>
        {
            var options = TaskOptions.FromRetryHandler(retry =>
            {
                journal.Add(context, $"{retry.LastAttemptNumber}: {Text.Of(retry.LastFailure)}");
                return retry.LastAttemptNumber < 3;
            });
            return await context.CallActivityAsync<string>("Try", options: options);
        }),
        Run);

    [Fact]
    public Task A_handler_may_wait() => SameAsync(
        Failing(times: 1).Orchestrator("Retry", async (context, _) =>
        {
            var options = TaskOptions.FromRetryHandler(async retry =>
            {
                await retry.OrchestrationContext.CreateTimer(Short, CancellationToken.None);
                return true;
            });
            return await context.CallActivityAsync<string>("Try", options: options);
        }),
        Run);

    [Fact]
    public Task A_missing_activity_is_not_repeated_by_a_handler() => SameAsync(
        new Code().Orchestrator("Retry", async (context, journal) =>
        {
            var options = TaskOptions.FromRetryHandler(retry =>
            {
                journal.Add(context, $"{retry.LastAttemptNumber}");
                return retry.LastAttemptNumber < 3;
            });
            return await context.CallActivityAsync<string>("Nowhere", options: options);
        }),
        Run);

    private static Code Failing(int times) => new Code().Activity("Try", journal =>
    {
        journal.Add("attempts", "tried");
        return journal.Count("attempts") > times ? "done" : throw new InvalidOperationException($"Attempt {journal.Count("attempts")}");
    });

    private static async Task Run(Script script)
    {
        await script.StartAsync("Retry", "a");
        await script.EndAsync("a");
    }
}

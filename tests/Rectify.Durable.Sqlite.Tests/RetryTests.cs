using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rectify.Durable.Sqlite.Tests;

public sealed class RetryTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task An_activity_that_fails_twice_succeeds_at_the_third_attempt_after_growing_waits()
    {
        var attempts = 0;
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<string?, string>("Shaky", _ => ++attempts < 3 ? throw new IOException("no") : "yes");
            catalog.Orchestrator("Main", context => context.CallActivityAsync<string>(
                "Shaky", options: TaskOptions.FromRetryPolicy(new RetryPolicy(5, Minute, backoffCoefficient: 2))));
        });

        var id = await host.RunAsync("Main");
        Assert.Equal(1, attempts);
        Assert.Equal(host.Clock.GetUtcNow() + Minute, host.Engine.NextDue);
        await host.AdvanceAsync(Minute);
        Assert.Equal(2, attempts);
        await host.AdvanceAsync(Minute);
        Assert.Equal(2, attempts);
        await host.AdvanceAsync(Minute);

        Assert.Equal("yes", (await host.GetAsync(id)).ReadOutputAs<string>());
        Assert.Null(host.Engine.NextDue);
    }

    [Fact]
    public async Task After_the_last_attempt_the_failure_is_the_orchestrators()
    {
        var attempts = 0;
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<string?, string>("Shaky", _ => throw new IOException($"no {++attempts}"));
            catalog.Orchestrator("Main", context => context.CallActivityAsync<string>(
                "Shaky", options: TaskOptions.FromRetryPolicy(new RetryPolicy(2, Minute))));
        });

        var id = await host.RunAsync("Main");
        await host.AdvanceAsync(Minute);

        var end = await host.GetAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal(2, attempts);
        Assert.Equal("no 2", end.FailureDetails!.InnerFailure!.ErrorMessage);
    }

    [Fact]
    public async Task A_failure_that_the_policy_does_not_accept_is_not_repeated()
    {
        var attempts = 0;
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<string?, string>("Shaky", _ => throw new FormatException($"no {++attempts}"));
            catalog.Orchestrator("Main", context => context.CallActivityAsync<string>("Shaky", options: TaskOptions.FromRetryPolicy(
                new RetryPolicy(3, Minute) { HandleFailure = failure => failure.IsCausedBy<IOException>() })));
        });

        var end = await host.GetAsync(await host.RunAsync("Main"));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task A_handler_decides_after_each_failure()
    {
        var numbers = new List<int>();
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<string?, string>("Shaky", _ => throw new IOException("no"));
            catalog.Orchestrator("Main", context => context.CallActivityAsync<string>("Shaky", options: TaskOptions.FromRetryHandler(
                retry =>
                {
                    if (!context.IsReplaying)
                    {
                        numbers.Add(retry.LastAttemptNumber);
                    }

                    return retry.LastAttemptNumber < 3;
                })));
        });

        var end = await host.GetAsync(await host.RunAsync("Main"));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal([1, 2, 3], numbers);
    }

    [Fact]
    public async Task A_handler_may_wait_on_a_timer_between_the_attempts_and_knows_the_time_since_the_first()
    {
        var (attempts, since) = (0, new List<TimeSpan>());
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<string?, string>("Shaky", _ => ++attempts < 3 ? throw new IOException("no") : "yes");
            catalog.Orchestrator("Main", context => context.CallActivityAsync<string>("Shaky", options: TaskOptions.FromRetryHandler(
                async retry =>
                {
                    if (!context.IsReplaying)
                    {
                        since.Add(retry.TotalRetryTime);
                    }

                    await context.CreateTimer(Minute, CancellationToken.None);
                    return retry.LastFailure.IsCausedBy<IOException>();
                })));
        });

        var id = await host.RunAsync("Main");
        await host.AdvanceAsync(Minute);
        await host.AdvanceAsync(Minute);

        Assert.Equal("yes", (await host.GetAsync(id)).ReadOutputAs<string>());
        Assert.Equal([TimeSpan.Zero, Minute], since);
    }

    [Fact]
    public async Task Waits_double_up_to_the_longest_and_end_with_the_time_of_the_policy()
    {
        var attempts = new List<DateTime>();
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<string?, string>("Shaky", _ => throw new IOException("no"));
            catalog.Orchestrator("Main", async context =>
            {
                var policy = new RetryPolicy(100, Minute, 2, maxRetryInterval: 3 * Minute, retryTimeout: 8 * Minute)
                {
                    HandleFailure = _ =>
                    {
                        attempts.Add(context.CurrentUtcDateTime);
                        return true;
                    },
                };
                await context.CallActivityAsync<string>("Shaky", options: TaskOptions.FromRetryPolicy(policy));
            });
        });
        var start = host.Clock.GetUtcNow().UtcDateTime;

        var id = await host.RunAsync("Main");
        for (var minute = 0; minute < 12; minute++)
        {
            await host.AdvanceAsync(Minute);
        }

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.GetAsync(id)).RuntimeStatus);
        Assert.Equal([0, 1, 3, 6, 9], attempts.Distinct().Select(at => (int)(at - start).TotalMinutes));
    }
}

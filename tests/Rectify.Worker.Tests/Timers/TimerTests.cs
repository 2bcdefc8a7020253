using Microsoft.DurableTask.Client;
using Rectify.Worker.Tests.Clock;
using Rectify.Worker.Tests.Hosting;
using Rectify.Worker.Tests.Journeys;
using Rectify.Worker.Tests.Publishing;

namespace Rectify.Worker.Tests.Timers;

/// <summary>Timer functions of the published app.</summary>
public sealed class TimerTests(PublishedApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reconcile_runs_17_minutes_past_every_hour_and_not_because_an_instance_is_new()
    {
        await using var host = await WorkerHost.StartAsync(app.Folder, ChinaTime.At("2026-03-30 09:20"));
        Assert.Empty(host.Timers.Runs);

        // boundary, and three occurrences at once
        foreach (var time in (string[])["10:16", "10:17", "11:16", "11:17", "14:32"])
            await host.AdvanceAsync(ChinaTime.At($"2026-03-30 {time}"));
        Assert.Equal(["10:17", "11:17", "14:32"], RunsOf(host, "Reconcile"));
    }

    [Fact]
    public async Task An_instance_that_is_new_at_every_run_wakes_nobody_and_knows_the_run_before()
    {
        await using var host = await WorkerHost.StartAsync(app.Folder, Scenario.MissedDeadline.Start);
        await ListAsync(host);
        await host.AdvanceAsync(ChinaTime.At("2026-03-30 11:00"));
        var turns = host.Turns.Count;

        foreach (var time in (string[])["11:17", "12:17", "13:17"])
        {
            await host.KillAsync();
            await host.LaunchAsync();
            await host.AdvanceAsync(ChinaTime.At($"2026-03-30 {time}"));
        }

        await host.KillAsync();
        await host.LaunchAsync();
        Assert.Equal(turns, host.Turns.Count);
        Assert.DoesNotContain("Not run yet", await host.WithoutKey.GetStringAsync("/api/health/ready", Cancellation),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_has_lost_its_orchestration_has_it_again_after_the_next_run()
    {
        await using var host = await WorkerHost.StartAsync(app.Folder, Scenario.MissedDeadline.Start);
        var instance = await ListAsync(host);
        await host.Durable.TerminateInstanceAsync(instance, "lost", Cancellation);
        await host.SettleAsync();
        Assert.Equal(1, (await host.Durable.PurgeInstanceAsync(instance, cancellation: Cancellation)).PurgedInstanceCount);

        await host.AdvanceAsync(ChinaTime.At("2026-03-30 10:17"));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Durable.GetInstanceAsync(instance, Cancellation))!.RuntimeStatus);
    }

    [Fact]
    public async Task A_terminated_orchestration_makes_room_for_a_new_one_at_the_next_run()
    {
        await using var host = await WorkerHost.StartAsync(app.Folder, Scenario.MissedDeadline.Start);
        var instance = await ListAsync(host);
        await host.Durable.TerminateInstanceAsync(instance, "by mistake", Cancellation);
        await host.SettleAsync();

        await host.AdvanceAsync(ChinaTime.At("2026-03-30 10:17"));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Durable.GetInstanceAsync(instance, Cancellation))!.RuntimeStatus);
    }

    [Fact]
    public async Task A_suspended_orchestration_is_resumed_at_the_next_run()
    {
        await using var host = await WorkerHost.StartAsync(app.Folder, Scenario.MissedDeadline.Start);
        var instance = await ListAsync(host);
        await host.Durable.SuspendInstanceAsync(instance, "by mistake", Cancellation);
        await host.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.Durable.GetInstanceAsync(instance, Cancellation))!.RuntimeStatus);

        await host.AdvanceAsync(ChinaTime.At("2026-03-30 10:17"));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Durable.GetInstanceAsync(instance, Cancellation))!.RuntimeStatus);
    }

    private static async Task<string> ListAsync(WorkerHost host)
    {
        var caseId = await host.PlayUntilListedAsync(Scenario.MissedDeadline);
        return $"case-{caseId}";
    }

    private static IEnumerable<string> RunsOf(WorkerHost host, string function) =>
        host.Timers.Runs.Where(run => run.Function == function).Select(Local);

    private static string Local(TimerRun run) => run.At.ToOffset(TimeSpan.FromHours(8)).ToString("HH:mm");
}

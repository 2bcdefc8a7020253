using System.Net.Http.Json;
using System.Text.Json;
using DurableTask.Core.Command;
using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Rectify.Worker.Tests.Clock;
using Rectify.Worker.Tests.Hosting;
using Rectify.Worker.Tests.Publishing;

namespace Rectify.Worker.Tests.Journeys;

/// <summary>Orchestrations of the published app, run by the real durable extension.</summary>
public sealed class OrchestrationTests(PublishedApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_listed_case_waits_is_woken_by_an_event_and_continues_as_new()
    {
        await using var host = await WorkerHost.StartAsync(app.Folder, Scenario.MissedDeadline.Start);
        var caseId = await host.PlayUntilListedAsync(Scenario.MissedDeadline);
        var instance = $"case-{caseId}";

        var first = Assert.Single(host.Turns, turn => turn.InstanceId == instance && turn.Heard<ExecutionStartedEvent>());
        Assert.True(first.Decided<ScheduleTaskOrchestratorAction>());
        var waiting = Assert.Single(host.Turns, turn => turn.InstanceId == instance && turn.Heard<TaskCompletedEvent>());
        Assert.True(waiting.Decided<CreateTimerOrchestratorAction>());
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Durable.GetInstanceAsync(instance, Cancellation))!.RuntimeStatus);

        await host.AdvanceAsync(ChinaTime.At("2026-04-01 10:00"));
        using var submitted = await host.Http.PostAsJsonAsync(
            $"/api/cases/{caseId}/submission", new { summary = "已整改" }, Cancellation);
        Assert.True(submitted.IsSuccessStatusCode, await submitted.Content.ReadAsStringAsync(Cancellation));
        await host.SettleAsync();

        var woken = Assert.Single(host.Turns, turn => turn.InstanceId == instance && turn.Heard<EventRaisedEvent>());
        Assert.Equal((host.Now, true), (woken.At, woken.ContinuesAsNew));
        Assert.Equal(2, host.Turns.Count(turn => turn.InstanceId == instance && turn.Heard<ExecutionStartedEvent>()));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Durable.GetInstanceAsync(instance, Cancellation))!.RuntimeStatus);
    }

    [Fact]
    public async Task Its_timers_fire_and_at_the_deadline_it_escalates_to_the_veto()
    {
        await using var host = await WorkerHost.StartAsync(app.Folder, Scenario.MissedDeadline.Start);
        var caseId = await host.PlayUntilListedAsync(Scenario.MissedDeadline);
        var instance = $"case-{caseId}";
        var deadline = ChinaTime.At("2026-10-01 00:00");

        await host.AdvanceAsync(deadline.AddTicks(-1));
        Assert.Equal("rectifying", await StatusAsync(host, caseId));
        var reminders = host.Turns
            .Where(turn => turn.InstanceId == instance && turn.ContinuesAsNew && turn.Heard<TimerFiredEvent>()).ToList();
        Assert.All(reminders, turn => Assert.Equal(turn.At.UtcDateTime, turn.News.OfType<TimerFiredEvent>().Single().FireAt));
        Assert.NotEmpty(reminders);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(host.Folder, "mail"), "*.reminder.*"));

        await host.AdvanceAsync(deadline);
        Assert.Equal("vetoed", await StatusAsync(host, caseId));
        Assert.NotNull(await host.Durable.GetInstanceAsync($"term-{caseId}-veto", Cancellation));
    }

    [Fact]
    public async Task A_closed_case_has_completed_its_orchestrations()
    {
        await using var host = await WorkerHost.StartAsync(app.Folder, Scenario.MissedDeadline.Start);
        await host.PlayAsync(Scenario.MissedDeadline);

        var all = await host.Durable.GetAllInstancesAsync(new OrchestrationQuery()).ToListAsync(Cancellation);
        Assert.Contains(all, instance => instance.InstanceId.StartsWith("case-", StringComparison.Ordinal));
        Assert.All(
            all.Where(instance => instance.Name is "CaseWorkflow" or "TermWorkflow"),
            instance => Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus));
    }

    [Fact]
    public async Task An_activity_that_throws_is_tried_again_by_its_policy_and_then_fails_its_orchestration_with_the_cause()
    {
        const string instance = "term-of-no-measure";
        await using var host = await WorkerHost.StartAsync(app.Folder, Scenario.MissedDeadline.Start);
        var term = new { CaseId = "none", Measure = "none" };
        await host.Durable.ScheduleNewOrchestrationInstanceAsync("TermWorkflow", term, new StartOrchestrationOptions(instance),
            Cancellation);
        await host.SettleAsync();

        var failed = Assert.Single(host.Turns, turn => turn.InstanceId == instance && turn.Heard<TaskFailedEvent>());
        var cause = failed.News.OfType<TaskFailedEvent>().Single().FailureDetails!;
        Assert.Equal("System.ArgumentException", cause.ErrorType);
        Assert.StartsWith("A measure is one of", cause.ErrorMessage);
        Assert.Equal(host.Now.UtcDateTime.AddSeconds(5), failed.Decisions.OfType<CreateTimerOrchestratorAction>().Single().FireAt);

        await host.AdvanceAsync(host.Now.AddHours(2));
        Assert.Equal(10, host.Turns.Count(turn => turn.InstanceId == instance && turn.Heard<TaskFailedEvent>()));
        var ended = (await host.Durable.GetInstanceAsync(instance, getInputsAndOutputs: true, Cancellation))!;
        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Equal("Microsoft.DurableTask.TaskFailedException", ended.FailureDetails!.ErrorType);
        Assert.Contains("A measure is one of", ended.FailureDetails.ErrorMessage);
    }

    private static async Task<string?> StatusAsync(WorkerHost host, string caseId) =>
        (await host.Http.GetFromJsonAsync<JsonElement>($"/api/cases/{caseId}", Cancellation)).GetProperty("status").GetString();
}

using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Upkeep;

namespace Rectify.Functions.Tests.Cases;

public class WorkflowTests
{
    private static readonly DateTime Now = new(2026, 3, 30, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task An_ended_case_is_not_continued()
    {
        var context = Context(new Plan(Ended: true, WakeAt: null));
        await CaseWorkflow.RunAsync(context);

        context.DidNotReceiveWithAnyArgs().ContinueAsNew(default(object), default(bool));
        await context.DidNotReceiveWithAnyArgs().CreateTimer(default(DateTime), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_case_waits_for_its_next_step_and_begins_again()
    {
        var due = new DateTimeOffset(2026, 8, 31, 1, 0, 0, TimeSpan.Zero);
        var context = Context(new Plan(Ended: false, due));
        context.WaitForExternalEvent<object?>(Workflows.Changed, Arg.Any<CancellationToken>()).Returns(
            new TaskCompletionSource<object?>().Task);
        context.CreateTimer(due.UtcDateTime, Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        await CaseWorkflow.RunAsync(context);

        context.Received(1).ContinueAsNew("c-1", true);
    }

    [Fact]
    public async Task A_change_wakes_a_case_and_cancels_the_timer_that_lost()
    {
        var cancelled = CancellationToken.None;
        var context = Context(new Plan(Ended: false, new DateTimeOffset(2026, 8, 31, 1, 0, 0, TimeSpan.Zero)));
        context.WaitForExternalEvent<object?>(Workflows.Changed, Arg.Any<CancellationToken>()).Returns(Task.FromResult<object?>(null));
        context.CreateTimer(Arg.Any<DateTime>(), Arg.Do<CancellationToken>(token => cancelled = token)).Returns(
            new TaskCompletionSource().Task);
        await CaseWorkflow.RunAsync(context);

        Assert.True(cancelled.IsCancellationRequested);
        context.Received(1).ContinueAsNew("c-1", true);
    }

    // A worker whose clock runs behind finds nothing due yet: the next look is a second away, not at once.
    [Fact]
    public async Task A_step_that_is_due_already_is_waited_for_a_second()
    {
        var context = Context(new Plan(Ended: false, new DateTimeOffset(Now).AddMilliseconds(-5)));
        context.WaitForExternalEvent<object?>(Workflows.Changed, Arg.Any<CancellationToken>()).Returns(
            new TaskCompletionSource<object?>().Task);
        context.CreateTimer(Arg.Any<DateTime>(), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        await CaseWorkflow.RunAsync(context);

        await context.Received(1).CreateTimer(Now.AddSeconds(1), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_step_that_is_a_tick_away_is_not_made_to_wait_longer()
    {
        var context = Context(new Plan(Ended: false, new DateTimeOffset(Now).AddTicks(1)));
        context.WaitForExternalEvent<object?>(Workflows.Changed, Arg.Any<CancellationToken>()).Returns(
            new TaskCompletionSource<object?>().Task);
        context.CreateTimer(Arg.Any<DateTime>(), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        await CaseWorkflow.RunAsync(context);

        await context.Received(1).CreateTimer(Now.AddTicks(1), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_start_that_fails_is_survived_because_the_ledger_has_the_case()
    {
        var durable = Substitute.For<DurableTaskClient>("test");
        durable.ScheduleNewOrchestrationInstanceAsync(default, default, default, TestContext.Current.CancellationToken)
            .ThrowsAsyncForAnyArgs(new InvalidOperationException("backend away"));

        await new Workflows(NullLogger<Workflows>.Instance).WakeAsync(durable, new CaseId("c-1"), [Measure.Listing],
            TestContext.Current.CancellationToken);
        await durable.ReceivedWithAnyArgs(2).ScheduleNewOrchestrationInstanceAsync(default, default, default,
            TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_orchestration_that_exists_is_woken_and_its_end_meanwhile_is_survived()
    {
        var durable = Substitute.For<DurableTaskClient>("test");
        durable.ScheduleNewOrchestrationInstanceAsync(default, default, default, TestContext.Current.CancellationToken)
            .ThrowsAsyncForAnyArgs(new OrchestrationAlreadyExistsException());
        durable.RaiseEventAsync("term-c-1-listing", Workflows.Changed, null, Arg.Any<CancellationToken>()).ThrowsAsync(
            new InvalidOperationException("ended"));

        await new Workflows(NullLogger<Workflows>.Instance).WakeAsync(durable, new CaseId("c-1"), [Measure.Listing],
            TestContext.Current.CancellationToken);
        await durable.Received(1).RaiseEventAsync("case-c-1", Workflows.Changed, null, Arg.Any<CancellationToken>());
        await durable.Received(1).RaiseEventAsync("term-c-1-listing", Workflows.Changed, null, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_term_asks_for_its_own_measure()
    {
        var term = new TermId("c-1", "veto");
        var context = Substitute.For<TaskOrchestrationContext>();
        context.GetInput<TermId>().Returns(term);
        context.CallActivityAsync<Plan>(default, default(object), default).ReturnsForAnyArgs(new Plan(Ended: true, WakeAt: null));
        await TermWorkflow.RunAsync(context);

        await context.Received(1).CallActivityAsync<Plan>(new TaskName(nameof(CaseActivities.CarryOutTerm)), term, Waiting.Retries);
    }

    private static TaskOrchestrationContext Context(Plan plan)
    {
        var context = Substitute.For<TaskOrchestrationContext>();
        context.CurrentUtcDateTime.Returns(Now);
        context.GetInput<string>().Returns("c-1");
        context.CallActivityAsync<Plan>(default, default(object), default).ReturnsForAnyArgs(plan);
        return context;
    }
}

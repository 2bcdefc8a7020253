using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Rectify.Embedded.Engine.Replay;

/// <summary>One execution of an orchestrator in memory: events in, decisions out. Knows no storage and no clock.</summary>
internal sealed class OrchestrationRun
{
    private readonly Func<TaskOrchestrationContext, Task<object?>> code;
    private readonly DataConverter converter;
    private readonly TurnPump pump;
    private readonly OpenTasks tasks = new();
    private readonly EventMailbox mailbox = new();
    private readonly OrchestratorContext context;
    private Task<object?>? task;

    /// <param name="identity">The execution.</param>
    /// <param name="code">The orchestrator.</param>
    /// <param name="converter">Turns values into text.</param>
    /// <param name="loggers">For replay-safe loggers.</param>
    /// <param name="onViolation">Called, from any thread, when the code runs on outside its turns.</param>
    public OrchestrationRun(
        RunIdentity identity,
        Func<TaskOrchestrationContext, Task<object?>> code,
        DataConverter converter,
        ILoggerFactory loggers,
        Action<OrchestrationRun> onViolation)
    {
        this.code = code;
        this.converter = converter;
        pump = new TurnPump(() => onViolation(this));
        context = new OrchestratorContext(identity, converter, loggers, pump, tasks, mailbox);
    }

    /// <summary>The code has awaited something foreign; its next turn fails it.</summary>
    public bool IsViolated => pump.Violated;

    /// <summary>Runs the code over events that were recorded.</summary>
    public TurnOutcome Repeat(Turn turn) => Execute(turn.At, turn.Events, isReplay: true);

    /// <summary>Runs the code over new events.</summary>
    public TurnOutcome Advance(DateTimeOffset at, IReadOnlyList<HistoryEvent> events) => Execute(at, events, isReplay: false);

    private TurnOutcome Execute(DateTimeOffset at, IReadOnlyList<HistoryEvent> events, bool isReplay)
    {
        context.BeginTurn(at, isReplay);
        pump.Run(events, Apply);
        var ending = End();
        if (ending is not null)
        {
            tasks.DropTimers();
        }

        return new TurnOutcome(tasks.TakeDecisions(), ending, context.CustomStatus);
    }

    private void Apply(HistoryEvent happened)
    {
        switch (happened)
        {
            case HistoryEvent.Started:
                Start();
                break;
            case HistoryEvent.TaskCompleted completed:
                tasks.Complete(completed.Id, completed.Result);
                break;
            case HistoryEvent.TaskFailed failed:
                tasks.Fail(failed.Id, failed.Failure);
                break;
            case HistoryEvent.TimerFired fired:
                tasks.Fire(fired.Id);
                break;
            case HistoryEvent.EventRaised raised:
                mailbox.Deliver(raised);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Start()
    {
        try
        {
            task = code(context);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            task = Task.FromException<object?>(e);
        }

        task.ContinueWith(
            _ =>
            {
                if (!pump.InTurn)
                {
                    pump.Violate();
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private Ending? End()
    {
        var waitsForNothing = task is { IsCompleted: false } && tasks.Count == 0 && mailbox.Waiting == 0;
        if (pump.Violated || waitsForNothing)
        {
            return new Ending.Failed(Failure.From(new InvalidOperationException(TurnPump.ViolationText)));
        }

        if (task is null or { IsCompleted: false })
        {
            return null;
        }

        if (!task.IsCompletedSuccessfully)
        {
            var cause = task.Exception?.InnerException ?? new TaskCanceledException(task);
            return new Ending.Failed(Failure.From(cause));
        }

        try
        {
            return Success(task.Result);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Ending.Failed(Failure.From(e));
        }
    }

    private Ending? Success(object? result)
    {
        if (context.Next is { } next)
        {
            var version = string.IsNullOrWhiteSpace(next.NewVersion) ? null : next.NewVersion;
            return new Ending.ContinuedAsNew(
                converter.Serialize(next.NewInput), version, next.PreserveUnprocessedEvents ? mailbox.Unread() : []);
        }

        // An open timer holds the instance: what the code started and did not cancel is still its business.
        return tasks.HasTimers ? null : new Ending.Completed(converter.Serialize(result));
    }
}

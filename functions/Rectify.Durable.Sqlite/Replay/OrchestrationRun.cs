using System.Diagnostics;
using DurableTask.Core;
using Microsoft.DurableTask;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>
/// One execution of an orchestrator in this process: takes events and returns decisions, and uses neither storage nor a clock.
/// </summary>
internal sealed class OrchestrationRun : IExecution
{
    private readonly ExecutionIdentity identity;
    private readonly OrchestrationFactory factory;
    private readonly TurnPump pump;
    private readonly RecordingContext context;
    private readonly TaskOrchestration orchestration;
    private readonly List<HistoryEvent.EventRaised> carried = [];
    private GuardedContext? guarded;
    private Task<string>? task;

    /// <param name="identity">The execution.</param>
    /// <param name="code">The code of the orchestrator.</param>
    /// <param name="factory">Creates the SDK's context.</param>
    /// <param name="onViolation">Called, from any thread, when the code continues outside its turns.</param>
    public OrchestrationRun(
        ExecutionIdentity identity,
        Func<TaskOrchestrationContext, Task<object?>> code,
        OrchestrationFactory factory,
        Action<IExecution> onViolation)
    {
        this.identity = identity;
        this.factory = factory;
        pump = new TurnPump(() => onViolation(this));
        context = new RecordingContext(identity, pump);
        orchestration = factory.Create(identity, inner =>
            code(guarded = new GuardedContext(inner, identity.Input, factory.Converter, factory.Loggers, pump)));
    }

    public bool IsViolated => pump.Violated;

    public TurnOutcome Repeat(Turn turn) => Execute(turn.At, turn.Events, isReplay: true);

    public ValueTask<TurnOutcome> AdvanceAsync(DateTimeOffset at, IReadOnlyList<HistoryEvent> events, CancellationToken ct) =>
        ValueTask.FromResult(Execute(at, events, isReplay: false));

    private TurnOutcome Execute(DateTimeOffset at, IReadOnlyList<HistoryEvent> events, bool isReplay)
    {
        context.BeginTurn(at, isReplay);
        pump.Run(events, Apply);
        var decisions = context.TakeDecisions();
        var ending = End();
        if (ending is Ending.ContinuedAsNew next)
        {
            (decisions, ending) = next.WithOwnEvents(identity.InstanceId, decisions);
        }

        return new TurnOutcome(decisions, context.TakeCancelledTimers(), ending, orchestration.GetStatus());
    }

    private void Apply(HistoryEvent happened)
    {
        switch (happened)
        {
            case HistoryEvent.ExecutionStarted:
                Start();
                break;
            case HistoryEvent.TaskCompleted completed:
                context.Complete(completed.Id, completed.Result);
                break;
            case HistoryEvent.SubOrchestrationInstanceCompleted completed:
                context.Complete(completed.Id, completed.Result);
                break;
            case HistoryEvent.TaskFailed failed:
                context.Fail(failed.Id, failed.Failure);
                break;
            case HistoryEvent.SubOrchestrationInstanceFailed failed:
                context.Fail(failed.Id, failed.Failure);
                break;
            case HistoryEvent.TimerFired fired:
                context.Complete(fired.Id, null);
                break;
            case HistoryEvent.EventRaised raised when context.Next is not null:
                carried.Add(raised);
                break;
            case HistoryEvent.EventRaised raised:
                orchestration.RaiseEvent(context, raised.Name, raised.Payload);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Start()
    {
        task = orchestration.Execute(context, identity.Input);
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

    // As in Durable Task, the execution ends only when every task that the code started and did not cancel has ended, awaited or not.
    private Ending? End()
    {
        var waitsForNothing = task is { IsCompleted: false } && !context.HasOpenTasks && guarded is null or { Waiting: 0 };
        if (pump.Violated || waitsForNothing)
        {
            return new Ending.Failed(Failure.From(new InvalidOperationException(TurnPump.ViolationText), factory.Properties));
        }

        if (task is null or { IsCompleted: false } || context.HasOpenTasks)
        {
            return null;
        }

        if (!task.IsCompletedSuccessfully)
        {
            var cause = task.Exception?.InnerException ?? new TaskCanceledException(task);
            return new Ending.Failed(Failure.From(cause, factory.Properties));
        }

        return context.Next is { } next
            ? new Ending.ContinuedAsNew(next.Input, string.IsNullOrWhiteSpace(next.Version) ? null : next.Version, [.. carried])
            : new Ending.Completed(task.Result);
    }
}

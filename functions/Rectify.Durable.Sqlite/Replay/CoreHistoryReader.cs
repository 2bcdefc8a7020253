using Microsoft.DurableTask;
using Core = DurableTask.Core.History;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>Converts Durable Task's own history to an execution and its turns.</summary>
internal static class CoreHistoryReader
{
    /// <exception cref="InvalidDataException">The events are not the history of one execution from its start.</exception>
    public static (ExecutionIdentity Identity, IReadOnlyList<Turn> Turns) Read(IReadOnlyList<Core.HistoryEvent> history)
    {
        var turns = new List<Turn>();
        foreach (var happened in history)
        {
            if (happened is Core.OrchestratorStartedEvent begins)
            {
                turns.Add(new Turn(new DateTimeOffset(begins.Timestamp.ToUniversalTime()), [], [], null));
                continue;
            }

            if (turns is not [.., var turn])
            {
                throw new InvalidDataException($"A history begins with OrchestratorStarted, not with {happened.EventType}.");
            }

            turns[^1] = Add(turn, happened);
        }

        var started = history.OfType<Core.ExecutionStartedEvent>().ToList() is [var only]
            ? only
            : throw new InvalidDataException("The history of an execution has one event ExecutionStarted.");
        var parent = started.ParentInstance is { } link
            ? new ParentOrchestrationInstance(link.Name, link.OrchestrationInstance.InstanceId)
            : null;
        var instance = started.OrchestrationInstance;
        var identity = new ExecutionIdentity(
            instance.InstanceId, instance.ExecutionId, started.Name, started.Version ?? "", started.Input, parent, null);
        return (identity, turns);
    }

    /// <summary>Converts an action of Durable Task to a decision; null for an action that ends the execution.</summary>
    /// <exception cref="NotSupportedException">
    /// The action is of a kind that this engine does not support, such as those of entities.
    /// </exception>
    public static RecordedDecision? ToDecision(global::DurableTask.Core.Command.OrchestratorAction action) => action switch
    {
        global::DurableTask.Core.Command.ScheduleTaskOrchestratorAction task =>
            new RecordedDecision.TaskScheduled(task.Id, task.Name!, task.Version, CoreHistoryText.Only(task.Input)),
        global::DurableTask.Core.Command.CreateTimerOrchestratorAction timer =>
            new RecordedDecision.TimerCreated(timer.Id, Utc(timer.FireAt)),
        global::DurableTask.Core.Command.CreateSubOrchestrationAction child => new RecordedDecision.SubOrchestrationInstanceCreated(
            child.Id,
            child.Name!,
            child.InstanceId!,
            child.Version,
            child.Input,
            child.Tags is { } tags ? new Dictionary<string, string>(tags) : null),
        global::DurableTask.Core.Command.SendEventOrchestratorAction sent =>
            new RecordedDecision.EventSent(sent.Id, sent.Instance!.InstanceId, sent.EventName!, sent.EventData),
        global::DurableTask.Core.Command.OrchestrationCompleteOrchestratorAction => null,
        _ => throw new NotSupportedException($"The engine does not know orchestrator actions of the type {action.OrchestratorActionType}."),
    };

    private static Turn Add(Turn turn, Core.HistoryEvent happened) => happened switch
    {
        Core.OrchestratorCompletedEvent => turn,
        Core.ExecutionCompletedEvent completed => turn with { End = completed.OrchestrationStatus.ToString() },
        Core.TaskScheduledEvent task =>
            Asks(turn, new RecordedDecision.TaskScheduled(task.EventId, task.Name!, task.Version, CoreHistoryText.Only(task.Input))),
        Core.TimerCreatedEvent timer => Asks(turn, new RecordedDecision.TimerCreated(timer.EventId, Utc(timer.FireAt))),
        Core.SubOrchestrationInstanceCreatedEvent child =>
            Asks(turn, new RecordedDecision.SubOrchestrationInstanceCreated(
                child.EventId, child.Name, child.InstanceId, child.Version, child.Input, null)),
        Core.EventSentEvent sent => Asks(turn, new RecordedDecision.EventSent(sent.EventId, sent.InstanceId, sent.Name, sent.Input)),
        Core.ExecutionStartedEvent => Learns(turn, new HistoryEvent.ExecutionStarted()),
        Core.TaskCompletedEvent completed => Learns(turn, new HistoryEvent.TaskCompleted(completed.TaskScheduledId, completed.Result)),
        Core.TaskFailedEvent failed =>
            Learns(turn, new HistoryEvent.TaskFailed(failed.TaskScheduledId, Failure.From(failed.FailureDetails!))),
        Core.SubOrchestrationInstanceCompletedEvent completed =>
            Learns(turn, new HistoryEvent.SubOrchestrationInstanceCompleted(completed.TaskScheduledId, completed.Result)),
        Core.SubOrchestrationInstanceFailedEvent failed =>
            Learns(turn, new HistoryEvent.SubOrchestrationInstanceFailed(failed.TaskScheduledId, Failure.From(failed.FailureDetails!))),
        Core.TimerFiredEvent fired => Learns(turn, new HistoryEvent.TimerFired(fired.TimerId)),
        Core.EventRaisedEvent raised => Learns(turn, new HistoryEvent.EventRaised(raised.Name!, raised.Input)),
        _ => throw new InvalidDataException($"An event {happened.EventType} is not understood here."),
    };

    private static Turn Asks(Turn turn, RecordedDecision decision) => turn with { Decisions = [.. turn.Decisions, decision] };

    private static Turn Learns(Turn turn, HistoryEvent happened) => turn with { Events = [.. turn.Events, happened] };

    private static DateTimeOffset Utc(DateTime instant) => new(DateTime.SpecifyKind(instant, DateTimeKind.Utc));
}

using System.Diagnostics;
using DurableTask.Core;
using Core = DurableTask.Core.History;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>Converts turns to the events of Durable Task's own history.</summary>
internal static class CoreHistory
{
    /// <summary>The events that begin a turn: the instant, and the events that the code receives.</summary>
    /// <param name="identity">The execution.</param>
    /// <param name="at">The turn's instant.</param>
    /// <param name="events">The events that the code receives.</param>
    /// <param name="timers">When each timer of the execution is to fire, by its number.</param>
    public static IEnumerable<Core.HistoryEvent> Begin(
        ExecutionIdentity identity, DateTimeOffset at, IEnumerable<HistoryEvent> events, IReadOnlyDictionary<int, DateTimeOffset> timers)
    {
        yield return At(new Core.OrchestratorStartedEvent(-1), at);
        foreach (var happened in events)
        {
            yield return At(ToCore(identity, happened, timers), at);
        }
    }

    /// <summary>The events that end a turn: what the code asked for, and how the execution ended; null if it did not end.</summary>
    public static IEnumerable<Core.HistoryEvent> Finish(DateTimeOffset at, IEnumerable<RecordedDecision> decisions, string? end)
    {
        foreach (var decision in decisions)
        {
            yield return At(ToCore(decision), at);
        }

        if (end is not null)
        {
            var status = Enum.Parse<OrchestrationStatus>(end);
            yield return At(
                status == OrchestrationStatus.ContinuedAsNew
                    ? new Core.ContinueAsNewEvent(-1, null)
                    : new Core.ExecutionCompletedEvent(-1, null, status),
                at);
        }

        yield return At(new Core.OrchestratorCompletedEvent(-1), at);
    }

    /// <summary>When each timer among the decisions is to fire, by its number.</summary>
    public static IEnumerable<KeyValuePair<int, DateTimeOffset>> Timers(IEnumerable<RecordedDecision> decisions) =>
        decisions.OfType<RecordedDecision.TimerCreated>().Select(timer => KeyValuePair.Create(timer.Id, timer.FireAt));

    private static Core.HistoryEvent ToCore(
        ExecutionIdentity identity, HistoryEvent happened, IReadOnlyDictionary<int, DateTimeOffset> timers) => happened switch
        {
            HistoryEvent.ExecutionStarted => Started(identity),
            HistoryEvent.TaskCompleted completed => new Core.TaskCompletedEvent(-1, completed.Id, completed.Result),
            HistoryEvent.TaskFailed failed =>
                new Core.TaskFailedEvent(-1, failed.Id, failed.Failure.Message, null, failed.Failure.ToCore()),
            HistoryEvent.SubOrchestrationInstanceCompleted completed =>
                new Core.SubOrchestrationInstanceCompletedEvent(-1, completed.Id, completed.Result),
            HistoryEvent.SubOrchestrationInstanceFailed failed =>
                new Core.SubOrchestrationInstanceFailedEvent(-1, failed.Id, failed.Failure.Message, null, failed.Failure.ToCore()),
            HistoryEvent.TimerFired fired => new Core.TimerFiredEvent(-1, timers[fired.Id].UtcDateTime) { TimerId = fired.Id },
            HistoryEvent.EventRaised raised => new Core.EventRaisedEvent(-1, raised.Payload) { Name = raised.Name },
            _ => throw new UnreachableException(),
        };

    private static Core.ExecutionStartedEvent Started(ExecutionIdentity identity) => new(-1, identity.Input)
    {
        Name = identity.Name,
        Version = identity.Version,
        OrchestrationInstance = new OrchestrationInstance { InstanceId = identity.InstanceId, ExecutionId = identity.ExecutionId },
        Tags = identity.Tags is { } tags ? new Dictionary<string, string>(tags) : null,
        ParentInstance = identity.Parent is not { } parent ? null : new ParentInstance
        {
            Name = parent.Name,
            OrchestrationInstance = new OrchestrationInstance { InstanceId = parent.InstanceId },
        },
    };

    private static Core.HistoryEvent ToCore(RecordedDecision decision) => decision switch
    {
        // Durable Task stores the arguments of an activity as an array; the SDK passes exactly one.
        RecordedDecision.TaskScheduled task => new Core.TaskScheduledEvent(task.Id)
        {
            Name = task.Name,
            Version = task.Version,
            Input = $"[{task.Input ?? "null"}]",
        },
        RecordedDecision.TimerCreated timer => new Core.TimerCreatedEvent(timer.Id, timer.FireAt.UtcDateTime),
        RecordedDecision.SubOrchestrationInstanceCreated child => new Core.SubOrchestrationInstanceCreatedEvent(child.Id)
        {
            Name = child.Name,
            Version = child.Version,
            InstanceId = child.InstanceId,
            Input = child.Input,
        },
        RecordedDecision.EventSent sent => new Core.EventSentEvent(sent.Id)
        {
            InstanceId = sent.InstanceId,
            Name = sent.Name,
            Input = sent.Payload,
        },
        _ => throw new UnreachableException(),
    };

    private static Core.HistoryEvent At(Core.HistoryEvent happened, DateTimeOffset at)
    {
        happened.Timestamp = at.UtcDateTime;
        return happened;
    }
}

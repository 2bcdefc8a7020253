using System.Diagnostics;
using System.Text.Json;
using Microsoft.DurableTask.Client;
using Rectify.Durable.Sqlite.Replay;
using Rectify.Durable.Sqlite.Storage;
using VersionFailureStrategy = Microsoft.DurableTask.Worker.DurableTaskWorkerOptions.VersionFailureStrategy;

namespace Rectify.Durable.Sqlite.Dispatch;

/// <summary>Takes a turn of an instance: loads it, replays it if it is not in memory, and runs its code with the new messages.</summary>
internal sealed class TurnRunner(StoreReaders readers, ExecutionSource executions, TimeProvider clock, VersionRule versions)
{
    /// <param name="warm">The state of the instance in memory, or null.</param>
    /// <param name="messages">The messages that the instance has not seen yet, oldest first.</param>
    /// <param name="onViolation">
    /// Called when the code has awaited something that is not of its context, and continues outside a turn.
    /// </param>
    /// <param name="ct">Signalled when the engine stops.</param>
    public async ValueTask<TurnStep> TakeAsync(
        WarmInstance? warm, IReadOnlyList<InboxMessage> messages, Action<IExecution> onViolation, CancellationToken ct)
    {
        var record = warm?.Record ?? messages.LastOrDefault(message => message.Started is not null)?.Started;
        if (record is null && messages.Count == 0)
        {
            return new TurnStep.Waiting();
        }

        // The number of the latest message is used, because an instance that was replaced under its id has a new number.
        var stored = record is null ? readers.Read(reader => reader.Load(messages[^1].Number)) : null;
        record ??= stored?.Record;
        if (record is null or { HasEnded: true })
        {
            return new TurnStep.Gone();
        }

        if (record.Status == OrchestrationRuntimeStatus.Suspended)
        {
            return new TurnStep.Suspended();
        }

        try
        {
            return await PrepareAsync(record, warm, stored, messages, onViolation, ct).ConfigureAwait(false);
        }
        catch (HistoryMismatchException e)
        {
            return new TurnStep.Stalled(record, e.Message);
        }
        catch (Exception e) when (e is not OutOfMemoryException and not OperationCanceledException and not TurnAbandonedException
            && (e is not DurableStoreException || Database.IsDamaged(e.InnerException)))
        {
            return new TurnStep.Stalled(record, $"turn {record.Turn} cannot be prepared: {e.Message}");
        }
    }

    private async ValueTask<TurnStep> PrepareAsync(
        InstanceRecord record,
        WarmInstance? warm,
        StoredInstance? stored,
        IReadOnlyList<InboxMessage> messages,
        Action<IExecution> onViolation,
        CancellationToken ct)
    {
        var current = messages.Where(message => message.Execution is null || message.Execution == record.Execution).ToList();
        var begins = record.Last is null;
        if (begins && !current.Exists(message => message.Kind == MessageKind.Start) || messages.Count == 0 && warm?.Run is null)
        {
            return new TurnStep.Waiting();
        }

        if (versions.Refusal(record.Version) is { } refusal)
        {
            return versions.Failure == VersionFailureStrategy.Fail ? Mismatch(record, messages, refusal)
                : new TurnStep.Stalled(record, refusal);
        }

        if (!executions.Knows(record))
        {
            return begins ? Unknown(record, messages) : new TurnStep.Stalled(record, $"There is no orchestrator '{record.Name}'.");
        }

        var last = warm?.LastTurn ?? DateTimeOffset.MinValue;
        if (warm?.Run is not { } run)
        {
            run = executions.Create(record, onViolation)!;
            var turns = stored?.ReadTurns() ?? [];
            if (HistoryReplay.FindDifference(run, turns) is { } difference)
            {
                return new TurnStep.Stalled(record, difference);
            }

            last = turns.Count == 0 ? last : turns[^1].At;
        }

        // The turn is not earlier than the last turn and the timers that have fired, even if the clock was set back.
        var at = current.Select(message => message.Due).Append(last).Append(clock.GetUtcNow()).Max()!.Value;
        var events = current.OrderBy(message => message.Kind != MessageKind.Start).SelectMany(ToEvents).ToList();
        var outcome = await run.AdvanceAsync(at, events, ct).ConfigureAwait(false);
        return Result(record, at, messages, events, outcome, run);
    }

    private static TurnStep.Taken Result(
        InstanceRecord record,
        DateTimeOffset at,
        IReadOnlyList<InboxMessage> messages,
        IReadOnlyList<HistoryEvent> events,
        TurnOutcome outcome,
        IExecution? run)
    {
        var history = HistoryJson.Write(new Turn(at, events, outcome.Decisions, outcome.Ending?.Name));
        return new TurnStep.Taken(new TurnResult(record, at, messages, history, outcome), run);
    }

    private static IEnumerable<HistoryEvent> ToEvents(InboxMessage message) => message.Kind switch
    {
        MessageKind.Start => [new HistoryEvent.ExecutionStarted(), .. Carried(message.Payload)],
        MessageKind.TaskCompleted => [new HistoryEvent.TaskCompleted(message.TaskId, message.Payload)],
        MessageKind.TaskFailed => [new HistoryEvent.TaskFailed(message.TaskId, Read(message.Payload!))],
        MessageKind.ChildCompleted => [new HistoryEvent.SubOrchestrationInstanceCompleted(message.TaskId, message.Payload)],
        MessageKind.ChildFailed => [new HistoryEvent.SubOrchestrationInstanceFailed(message.TaskId, Read(message.Payload!))],
        MessageKind.TimerFired => [new HistoryEvent.TimerFired(message.TaskId)],
        MessageKind.EventRaised => [new HistoryEvent.EventRaised(message.Name!, message.Payload)],
        _ => throw new UnreachableException(),
    };

    private static List<HistoryEvent.EventRaised> Carried(string? payload) =>
        payload is null ? [] : JsonSerializer.Deserialize(payload, HistoryJson.Default.ListEventRaised)!;

    private static Failure Read(string payload) => JsonSerializer.Deserialize(payload, HistoryJson.Default.Failure)!;

    private TurnStep.Taken Mismatch(InstanceRecord record, IReadOnlyList<InboxMessage> messages, string refusal) =>
        Result(record, clock.GetUtcNow(), messages, [], TurnOutcome.Only(new Ending.Failed(Failure.Of("VersionMismatch", refusal))), null);

    // With the SDK's text, so that code which looks at it works here too.
    private TurnStep.Taken Unknown(InstanceRecord record, IReadOnlyList<InboxMessage> messages)
    {
        var version = string.IsNullOrEmpty(record.Version) ? "" : $" with version '{record.Version}'";
        var failure = Failure.Of(Failure.UnknownOrchestrator, $"No orchestrator task named '{record.Name}'{version} was found.");
        return Result(
            record, clock.GetUtcNow(), messages, [new HistoryEvent.ExecutionStarted()], TurnOutcome.Only(new Ending.Failed(failure)), null);
    }
}

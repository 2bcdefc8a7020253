using System.Diagnostics;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Rectify.Embedded.Engine.Replay;
using Rectify.Embedded.Engine.Storage;

namespace Rectify.Embedded.Engine.Dispatch;

/// <summary>Turns messages into a turn: finds the instance, replays it if it is not in memory, and lets its code go on.</summary>
internal sealed class TurnRunner(
    StoreReaders readers, IFunctionCatalog catalog, DataConverter converter, TimeProvider clock, ILoggerFactory loggers, VersionRule versions)
{
    /// <param name="warm">The state of the instance in memory, or null.</param>
    /// <param name="messages">What it has not yet learnt, oldest first.</param>
    /// <param name="onViolation">Called when its code has awaited something foreign between two turns.</param>
    public TurnStep Take(WarmInstance? warm, IReadOnlyList<InboxMessage> messages, Action<OrchestrationRun> onViolation)
    {
        var record = warm?.Record ?? messages.LastOrDefault(message => message.Started is not null)?.Started;
        if (record is null && messages.Count == 0)
        {
            return new TurnStep.Waiting();
        }

        // The youngest knows best: an instance that was replaced has another number.
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
            return Prepare(record, warm, stored, messages, onViolation);
        }
        catch (Exception e) when (e is not OutOfMemoryException && (e is not DurableStoreException || Database.IsDamaged(e.InnerException)))
        {
            return new TurnStep.Stalled(record, $"turn {record.Turn} cannot be prepared: {e.Message}");
        }
    }

    private TurnStep Prepare(
        InstanceRecord record,
        WarmInstance? warm,
        StoredInstance? stored,
        IReadOnlyList<InboxMessage> messages,
        Action<OrchestrationRun> onViolation)
    {
        var current = messages.Where(message => message.Execution is null || message.Execution == record.Execution).ToList();
        var begins = record.Last is null;
        if (begins && !current.Exists(message => message.Kind == MessageKind.Start) || messages.Count == 0 && warm?.Run is null)
        {
            return new TurnStep.Waiting();
        }

        if (versions.Refusal(record.Version) is { } refusal)
        {
            return versions.Failure == VersionFailureStrategy.Fail ? Mismatch(record, messages, refusal) : new TurnStep.Stalled(record, refusal);
        }

        if (catalog.FindOrchestrator(record.Name) is not { } code)
        {
            return begins ? Unknown(record, messages) : new TurnStep.Stalled(record, $"There is no orchestrator '{record.Name}'.");
        }

        var last = warm?.LastTurn ?? DateTimeOffset.MinValue;
        if (warm?.Run is not { } run)
        {
            run = Create(record, code, onViolation);
            var turns = stored?.ReadTurns() ?? [];
            if (HistoryReplay.FindDifference(run, turns) is { } difference)
            {
                return new TurnStep.Stalled(record, difference);
            }

            last = turns.Count == 0 ? last : turns[^1].At;
        }

        // Neither the last turn nor a timer's instant may lie in the future of this one, even if the clock went back.
        var at = current.Select(message => message.Due).Append(last).Append(clock.GetUtcNow()).Max()!.Value;
        var events = current.OrderBy(message => message.Kind != MessageKind.Start).SelectMany(ToEvents).ToList();
        return Result(record, at, messages, events, run.Advance(at, events), run);
    }

    private static TurnStep.Taken Result(
        InstanceRecord record,
        DateTimeOffset at,
        IReadOnlyList<InboxMessage> messages,
        IReadOnlyList<HistoryEvent> events,
        TurnOutcome outcome,
        OrchestrationRun? run)
    {
        var history = HistoryJson.Write(new Turn(at, events, outcome.Steps(), outcome.Ending?.Name));
        return new TurnStep.Taken(new TurnResult(record, at, messages, history, outcome), run);
    }

    private static IEnumerable<HistoryEvent> ToEvents(InboxMessage message) => message.Kind switch
    {
        MessageKind.Start => [new HistoryEvent.Started(), .. Carried(message.Payload)],
        MessageKind.TaskCompleted => [new HistoryEvent.TaskCompleted(message.TaskId, message.Payload)],
        MessageKind.TaskFailed => [new HistoryEvent.TaskFailed(message.TaskId, Read(message.Payload!))],
        MessageKind.TimerFired => [new HistoryEvent.TimerFired(message.TaskId)],
        MessageKind.EventRaised => [new HistoryEvent.EventRaised(message.Name!, message.Payload)],
        _ => throw new UnreachableException(),
    };

    private static List<HistoryEvent> Carried(string? payload) =>
        payload is null ? [] : JsonSerializer.Deserialize(payload, HistoryJson.Default.ListHistoryEvent)!;

    private static Failure Read(string payload) => JsonSerializer.Deserialize(payload, HistoryJson.Default.Failure)!;

    private TurnStep.Taken Mismatch(InstanceRecord record, IReadOnlyList<InboxMessage> messages, string refusal)
    {
        var outcome = new TurnOutcome([], new Ending.Failed(new Failure("VersionMismatch", refusal, null, null)), null);
        return Result(record, clock.GetUtcNow(), messages, [], outcome, null);
    }

    private TurnStep.Taken Unknown(InstanceRecord record, IReadOnlyList<InboxMessage> messages)
    {
        var failure = Failure.From(new InvalidOperationException($"There is no orchestrator '{record.Name}'."));
        var outcome = new TurnOutcome([], new Ending.Failed(failure), null);
        return Result(record, clock.GetUtcNow(), messages, [new HistoryEvent.Started()], outcome, null);
    }

    private OrchestrationRun Create(
        InstanceRecord record, Func<TaskOrchestrationContext, Task<object?>> code, Action<OrchestrationRun> onViolation)
    {
        var parent = record.Parent is { } link ? new ParentOrchestrationInstance(link.Name, link.Id) : null;
        var identity = new RunIdentity(record.Id, record.Name, record.Version, versions.Current, record.Input, parent);
        return new OrchestrationRun(identity, code, converter, loggers, onViolation);
    }
}

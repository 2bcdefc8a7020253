using System.Diagnostics;
using Microsoft.DurableTask.Client;
using Rectify.Durable.Sqlite.Replay;

namespace Rectify.Durable.Sqlite.Storage;

internal sealed partial class StoreWriter
{
    /// <summary>Commits a turn; null when the instance has changed since the turn began, and then nothing is written.</summary>
    /// <returns>The instance after the turn, and the rows of timers that it removed.</returns>
    /// <exception cref="InvalidOperationException">
    /// A row that the turn consumed is gone: the state in memory differs from the file.
    /// </exception>
    public CommittedTurn? CommitTurn(TurnResult turn)
    {
        var after = turn.Outcome.Ending switch
        {
            null => Advance(turn),
            Ending.Completed done => End(turn, OrchestrationRuntimeStatus.Completed, done.Output, null),
            Ending.Failed failed => End(turn, OrchestrationRuntimeStatus.Failed, OutputOf(failed.Failure), failed.Failure),
            Ending.ContinuedAsNew next => StartOver(turn, next),
            _ => throw new UnreachableException(),
        };
        if (after is null)
        {
            return null;
        }

        foreach (var message in turn.Consumed)
        {
            if (deleteMessage.Run(message.Sequence) != 1)
            {
                throw new InvalidOperationException($"Inbox row {message.Sequence} of '{turn.Before.Id}' is gone.");
            }
        }

        if (after.Last is { } row)
        {
            appendHistory.Run(row, after.Execution, turn.Before.Turn, turn.Before.Last, turn.History);
        }

        var cancelled = CarryOut(turn);
        if (turn.Outcome.Ending is Ending.ContinuedAsNew { Carried: var carried })
        {
            InsertStart(after, null, carried);
        }

        if (after.HasEnded)
        {
            dueChanged |= deleteInbox.Run(after.Number) > 0;
            TellParent(after, turn.Outcome.Ending!);
            Effects.Changed.Add(after.Id);
        }
        else if (turn.Before.Last is null)
        {
            Effects.Changed.Add(after.Id);
        }

        return new CommittedTurn(after, cancelled);
    }

    private InstanceRecord? Advance(TurnResult turn)
    {
        var (before, row) = (turn.Before, NextSequence());
        var changed = advance.Run(before.Number, before.Execution, before.Last, Now.UtcTicks, turn.Outcome.CustomStatus, row);
        return changed == 0 ? null : before with { Turn = before.Turn + 1, Last = row, Status = OrchestrationRuntimeStatus.Running };
    }

    private InstanceRecord? End(TurnResult turn, OrchestrationRuntimeStatus status, string? output, Failure? failure)
    {
        var (before, row) = (turn.Before, NextSequence());
        var changed = endInstance.Run(
            before.Number, before.Execution, before.Last, Now.UtcTicks, turn.Outcome.CustomStatus, row, Status(status), output,
            Write(failure));
        return changed == 0 ? null : before with { Turn = before.Turn + 1, Last = row, Status = status };
    }

    // As in the SDK's hosts: when the code failed, the output is the message of the failure; when it never ran, there is no output.
    private static string? OutputOf(Failure failure) => failure.IsFinal ? null : failure.Message;

    private InstanceRecord? StartOver(TurnResult turn, Ending.ContinuedAsNew next)
    {
        var before = turn.Before;
        var after = before with
        {
            Execution = NextSequence(),
            Turn = 0,
            Last = null,
            Version = next.Version ?? before.Version,
            Input = next.Input,
            Status = OrchestrationRuntimeStatus.Running,
        };
        if (startOver.Run(before.Number, before.Execution, before.Last, Now.UtcTicks, after.Execution, after.Version,
            Short(after.Input)) == 0)
        {
            return null;
        }

        deleteHistory.Run(before.Last);
        deleteInput.Run(before.Execution);
        InsertInput(after);
        return after;
    }

    private List<long> CarryOut(TurnResult turn)
    {
        var (instance, outcome) = (turn.Before, turn.Outcome);
        foreach (var decision in outcome.Decisions)
        {
            switch (decision)
            {
                case RecordedDecision.TaskScheduled call:
                    InsertActivity(instance, call);
                    break;
                case RecordedDecision.TimerCreated timer when outcome.CancelledTimers.Contains(timer.Id):
                    break;
                case RecordedDecision.TimerCreated timer:
                    InsertTimer(instance, timer);
                    break;
                case RecordedDecision.SubOrchestrationInstanceCreated child:
                    StartChild(instance, child);
                    break;
                case RecordedDecision.EventSent sent:
                    InsertForActive(sent.InstanceId, null, MessageKind.EventRaised, 0, sent.Name, sent.Payload);
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        return outcome.CancelledTimers.Count == 0
            ? []
            : [.. outcome.CancelledTimers.Except(outcome.Decisions.Select(decision => decision.Id)).SelectMany(
                id => DeleteTimer(instance, id))];
    }

    private void InsertActivity(InstanceRecord instance, RecordedDecision.TaskScheduled call)
    {
        var sequence = NextSequence();
        var version = string.IsNullOrEmpty(call.Version) ? null : call.Version;
        insertActivity.Run(sequence, instance.Id, instance.Execution, call.Id, call.Name, call.Input, version);
        var work = new ActivityCall(call.Name, instance.Id, call.Id, call.Input, version ?? "");
        Effects.Activities.Add(new ActivityWork(sequence, instance.Execution, work) { Trace = trace });
    }

    private void InsertTimer(InstanceRecord instance, RecordedDecision.TimerCreated timer) => InsertMessage(
        new InboxMessage
        {
            Sequence = NextSequence(),
            Number = instance.Number,
            InstanceId = instance.Id,
            Execution = instance.Execution,
            Kind = MessageKind.TimerFired,
            TaskId = timer.Id,
        },
        timer.FireAt);

    private List<long> DeleteTimer(InstanceRecord instance, int taskId)
    {
        var found = new List<long>();
        using (var rows = timer.Read(instance.Number, instance.Execution, taskId))
        {
            while (rows.Read())
            {
                found.Add(rows.GetInt64(0));
            }
        }

        RemoveMessages(found);
        dueChanged |= found.Count > 0;
        return found;
    }

    private void StartChild(InstanceRecord parent, RecordedDecision.SubOrchestrationInstanceCreated child)
    {
        var existing = Find(child.InstanceId);
        if (existing is { HasEnded: false })
        {
            var failure = new Failure(
                typeof(global::DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException).FullName!,
                $"An orchestration with the id '{child.InstanceId}' exists; its status is {existing.Status}.", null, null);
            InsertForActive(parent.Id, parent.Execution, MessageKind.ChildFailed, child.Id, null, Write(failure));
            return;
        }

        if (existing is not null)
        {
            Delete(existing);
        }

        var link = new ParentLink(parent.Id, parent.Name, parent.Execution, child.Id);
        InsertInstance(child.InstanceId, child.Name, child.Version ?? "", child.Input, child.Tags, link, null);
    }

    private void TellParent(InstanceRecord child, Ending ending)
    {
        if (child.Parent is not { } parent)
        {
            return;
        }

        var (kind, payload) = ending switch
        {
            Ending.Completed done => (MessageKind.ChildCompleted, done.Output),
            Ending.Failed failed => (MessageKind.ChildFailed, Write(failed.Failure)),
            _ => throw new UnreachableException(),
        };
        InsertForActive(parent.Id, parent.Execution, kind, parent.TaskId, null, payload);
    }
}

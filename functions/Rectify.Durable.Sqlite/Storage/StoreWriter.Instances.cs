using System.Text.Json;
using Microsoft.DurableTask.Client;
using Rectify.Durable.Sqlite.Replay;

namespace Rectify.Durable.Sqlite.Storage;

internal sealed partial class StoreWriter
{
    /// <summary>The instance, without its input, or null.</summary>
    public InstanceRecord? Find(string id)
    {
        using var row = findInstance.Read(id);
        return row.Read() ? InstanceRow.Read(row) : null;
    }

    /// <summary>The instance with its input, or null.</summary>
    public InstanceRecord? FindWithInput(string id)
    {
        if (Find(id) is not { } found)
        {
            return null;
        }

        using var row = findInput.Read(found.Number);
        return row.Read() ? found with { Input = Text(row, 0) } : found;
    }

    /// <summary>Inserts an instance and its start message; false when the id exists.</summary>
    public bool InsertInstance(
        string id, string name, string version, string? input, IReadOnlyDictionary<string, string>? tags, ParentLink? parent,
        DateTimeOffset? startAt)
    {
        var record = new InstanceRecord
        {
            Number = NextSequence(),
            Id = id,
            Execution = NextSequence(),
            Name = name,
            Version = version,
            Created = Now,
            Input = input,
            Tags = tags,
            Parent = parent,
        };
        var tagText = tags is { Count: > 0 } ? JsonSerializer.Serialize(tags, HistoryJson.Default.IReadOnlyDictionaryStringString) : null;
        var inserted = insertInstance.Run(
            record.Number, id, record.Execution, name, version, Now.UtcTicks, parent?.Id, parent?.Name, parent?.Execution, parent?.TaskId,
            tagText,
            Short(input));
        if (inserted == 0)
        {
            return false;
        }

        InsertInput(record);
        InsertStart(record, startAt, []);
        return true;
    }

    /// <summary>Removes an instance with its history and its inbox. The results of its activities in progress will be dropped.</summary>
    public void Delete(InstanceRecord instance)
    {
        deleteInstance.Run(instance.Number);
        deleteHistory.Run(instance.Last);
        deleteInput.Run(instance.Execution);
        dueChanged |= deleteInbox.Run(instance.Number) > 0;
    }

    /// <summary>Removes an instance if it is still the one with this number and has ended.</summary>
    public bool Purge(long number, string id)
    {
        if (Find(id) is not { HasEnded: true } found || found.Number != number)
        {
            return false;
        }

        Delete(found);
        return true;
    }

    /// <summary>Terminates an instance and reports that to its parent.</summary>
    public void Terminate(InstanceRecord instance, string? output)
    {
        setStatus.Run(instance.Number, Status(OrchestrationRuntimeStatus.Terminated), Now.UtcTicks, output);
        dueChanged |= deleteInbox.Run(instance.Number) > 0;
        Effects.Changed.Add(instance.Id);
        if (instance.Parent is { } parent)
        {
            var failure = new Failure("Terminated", $"The orchestration '{instance.Id}' was terminated: {output ?? "no reason given"}",
                null, null);
            InsertForActive(parent.Id, parent.Execution, MessageKind.ChildFailed, parent.TaskId, null, Write(failure));
        }
    }

    public void SetStatus(InstanceRecord instance, OrchestrationRuntimeStatus status)
    {
        setStatus.Run(instance.Number, Status(status), Now.UtcTicks, null);
        Effects.Changed.Add(instance.Id);
    }

    /// <summary>Marks an instance whose code no longer matches its history.</summary>
    public void MarkStalled(InstanceRecord instance, string reason) =>
        setStalled.Run(instance.Number, instance.Execution, instance.Last, reason);

    /// <summary>Stores the result of an activity. A second result, or one that no instance waits for, is dropped.</summary>
    public void CompleteActivity(ActivityWork work, string? result, Failure? failure)
    {
        if (deleteActivity.Run(work.Sequence) == 1)
        {
            var kind = failure is null ? MessageKind.TaskCompleted : MessageKind.TaskFailed;
            InsertForActive(work.Call.InstanceId, work.Execution, kind, work.Call.TaskId, null, failure is null ? result : Write(failure));
        }
    }

    public IReadOnlyList<string> Children(string id)
    {
        var ids = new List<string>();
        using var rows = children.Read(id);
        while (rows.Read())
        {
            ids.Add(rows.GetString(0));
        }

        return ids;
    }

    /// <summary>The ended instances that were created in a span of time and have one of the statuses.</summary>
    public IReadOnlyList<string> Ended(DateTimeOffset? from, DateTimeOffset? to, IReadOnlySet<OrchestrationRuntimeStatus>? statuses)
    {
        var ids = new List<string>();
        using var rows = filtered.Read(from?.UtcTicks ?? long.MinValue, to?.UtcTicks ?? long.MaxValue);
        while (rows.Read())
        {
            if (statuses is null || statuses.Contains((OrchestrationRuntimeStatus)rows.GetInt32(1)))
            {
                ids.Add(rows.GetString(0));
            }
        }

        return ids;
    }

    private void InsertInput(InstanceRecord record)
    {
        if (record.Input is { Length: > LongestInputInRow } input)
        {
            insertInput.Run(record.Execution, input);
        }
    }

    private static string? Short(string? input) => input?.Length <= LongestInputInRow ? input : null;
}

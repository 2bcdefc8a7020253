using System.Text.Json;
using Microsoft.Data.Sqlite;
using Rectify.Durable.Sqlite.Replay;

namespace Rectify.Durable.Sqlite.Storage;

internal sealed partial class StoreWriter
{
    /// <summary>Delivers the rows that have become due since the last call.</summary>
    public void DeliverDue()
    {
        Deliver(dueRows.Read(cursor, Now.UtcTicks));
        cursorAfterCommit = Now.UtcTicks;
        dueChanged = true;
    }

    /// <summary>Delivers, at the start of the engine, every message without a due time and every activity without a result.</summary>
    public void DeliverBacklog()
    {
        Deliver(immediateRows.Read());
        using var calls = allActivities.Read();
        while (calls.Read())
        {
            var call = new ActivityCall(calls.GetString(4), calls.GetString(1), calls.GetInt32(3), Text(calls, 5), Text(calls, 6) ?? "");
            Effects.Activities.Add(new ActivityWork(calls.GetInt64(0), calls.GetInt64(2), call));
        }
    }

    /// <summary>Delivers the inbox of an instance again, after its state in memory was dropped.</summary>
    public void Redeliver(string instanceId)
    {
        if (Find(instanceId) is { } instance)
        {
            Deliver(instanceRows.Read(instance.Number, Now.UtcTicks));
        }
    }

    /// <summary>Puts an external event into an inbox; false when the instance is unknown or has ended.</summary>
    public bool RaiseEvent(string instanceId, string name, string? payload) =>
        InsertForActive(instanceId, null, MessageKind.EventRaised, 0, name, payload);

    public void RemoveMessages(IEnumerable<long> sequences)
    {
        foreach (var sequence in sequences)
        {
            deleteMessage.Run(sequence);
        }
    }

    private void Deliver(SqliteDataReader rows)
    {
        using (rows)
        {
            while (rows.Read())
            {
                Effects.Messages.Add(ReadMessage(rows));
            }
        }
    }

    // The events that an execution carries over are part of its start message, so that they come before those in the inbox.
    private void InsertStart(InstanceRecord record, DateTimeOffset? at, IReadOnlyList<HistoryEvent.EventRaised> carried) => InsertMessage(
        new InboxMessage
        {
            Sequence = NextSequence(),
            Number = record.Number,
            InstanceId = record.Id,
            Execution = record.Execution,
            Kind = MessageKind.Start,
            Payload = carried.Count == 0 ? null : JsonSerializer.Serialize([.. carried], HistoryJson.Default.ListEventRaised),
            Started = record,
        },
        at);

    private void InsertMessage(InboxMessage message, DateTimeOffset? due)
    {
        var waits = due > Now;
        insertMessage.Run(
            message.Sequence, message.Number, message.Execution, (int)message.Kind, message.TaskId, message.Name, message.Payload,
            waits ? due!.Value.UtcTicks : null);
        if (waits)
        {
            dueChanged = true;
        }
        else
        {
            Effects.Messages.Add(message with { Due = due, Trace = trace });
        }
    }

    private bool InsertForActive(string instanceId, long? execution, MessageKind kind, int taskId, string? name, string? payload)
    {
        if (FindActive(instanceId, execution) is not { } number)
        {
            return false;
        }

        InsertMessage(
            new InboxMessage
            {
                Sequence = NextSequence(),
                Number = number,
                InstanceId = instanceId,
                Execution = execution,
                Kind = kind,
                TaskId = taskId,
                Name = name,
                Payload = payload,
            },
            null);
        return true;
    }

    private long? FindActive(string id, long? execution)
    {
        using var row = findActive.Read(id, execution);
        return row.Read() ? row.GetInt64(0) : null;
    }

    private static InboxMessage ReadMessage(SqliteDataReader row) => new()
    {
        Sequence = row.GetInt64(0),
        InstanceId = row.GetString(1),
        Number = row.GetInt64(8),
        Execution = row.IsDBNull(2) ? null : row.GetInt64(2),
        Kind = (MessageKind)row.GetInt32(3),
        TaskId = row.GetInt32(4),
        Name = Text(row, 5),
        Payload = Text(row, 6),
        Due = row.IsDBNull(7) ? null : new DateTimeOffset(row.GetInt64(7), TimeSpan.Zero),
    };
}

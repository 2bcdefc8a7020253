using System.Diagnostics;

namespace Rectify.Durable.Sqlite.Storage;

/// <summary>An inbox row: a message that an instance has not received yet.</summary>
internal sealed record InboxMessage
{
    public required long Sequence { get; init; }

    /// <summary>The instance's number. It identifies the row of the instance, and not that of a later instance with the same id.</summary>
    public required long Number { get; init; }

    public required string InstanceId { get; init; }

    public required MessageKind Kind { get; init; }

    /// <summary>The execution that the message is meant for; null for the current one, whichever that is.</summary>
    public long? Execution { get; init; }

    public int TaskId { get; init; }

    public string? Name { get; init; }

    public string? Payload { get; init; }

    /// <summary>
    /// When the message became due, if it had to wait; otherwise null. The turn that receives it is not earlier, even if the clock was set
    /// back.
    /// </summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The tracing span that sent it; empty when it was sent before the last start.</summary>
    public ActivityContext Trace { get; init; }

    /// <summary>
    /// The instance that this message starts, so that it need not be read; null when it was started before the last start.
    /// </summary>
    public InstanceRecord? Started { get; init; }
}

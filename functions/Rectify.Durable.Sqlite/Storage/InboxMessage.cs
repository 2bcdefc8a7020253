using System.Diagnostics;

namespace Rectify.Durable.Sqlite.Storage;

/// <summary>An inbox row: something that an instance has still to learn.</summary>
internal sealed record InboxMessage
{
    public required long Sequence { get; init; }

    /// <summary>The instance's number: finds its row at once, and not that of a later instance with the same id.</summary>
    public required long Number { get; init; }

    public required string InstanceId { get; init; }

    public required MessageKind Kind { get; init; }

    /// <summary>The execution that it is meant for; null means whichever is current.</summary>
    public long? Execution { get; init; }

    public int TaskId { get; init; }

    public string? Name { get; init; }

    public string? Payload { get; init; }

    /// <summary>When it became due, if it had to wait: it was learnt no earlier, even if the clock went back since.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The span that sent it, when it was sent by this process.</summary>
    public ActivityContext Trace { get; init; }

    /// <summary>The instance that this starts, when it was started by this process: saves reading it back.</summary>
    public InstanceRecord? Started { get; init; }
}

using Rectify.Durable.Sqlite.Replay;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Dispatch;

/// <summary>What came of giving an instance its turn.</summary>
internal abstract record TurnStep
{
    private TurnStep()
    {
    }

    /// <summary>A turn to be committed.</summary>
    public sealed record Taken(TurnResult Result, IExecution? Run) : TurnStep;

    /// <summary>The code no longer matches the history.</summary>
    public sealed record Stalled(InstanceRecord Record, string Reason) : TurnStep;

    /// <summary>It is suspended.</summary>
    public sealed record Suspended : TurnStep;

    /// <summary>There is nothing to do yet, for example because its start is not due.</summary>
    public sealed record Waiting : TurnStep;

    /// <summary>It is unknown or has ended: what it was sent is dropped.</summary>
    public sealed record Gone : TurnStep;
}

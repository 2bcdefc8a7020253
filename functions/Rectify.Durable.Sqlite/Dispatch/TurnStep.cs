using Rectify.Durable.Sqlite.Replay;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Dispatch;

/// <summary>The result of an attempt to take a turn.</summary>
internal abstract record TurnStep
{
    private TurnStep()
    {
    }

    /// <summary>The turn was taken and is to be committed.</summary>
    public sealed record Taken(TurnResult Result, IExecution? Run) : TurnStep;

    /// <summary>The instance is to be stalled: its code no longer matches its history, or the turn cannot be prepared.</summary>
    public sealed record Stalled(InstanceRecord Record, string Reason) : TurnStep;

    /// <summary>The instance is suspended.</summary>
    public sealed record Suspended : TurnStep;

    /// <summary>There is nothing to do yet, for example because the start is not due.</summary>
    public sealed record Waiting : TurnStep;

    /// <summary>The instance is unknown or has ended: its messages are dropped.</summary>
    public sealed record Gone : TurnStep;
}

namespace Rectify.Embedded.Engine.Replay;

/// <summary>What an orchestrator asked for in a turn, as plain data.</summary>
internal abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Run an activity.</summary>
    public sealed record CallActivity(int Id, string Name, string? Input) : Decision;

    /// <summary>Fire a timer.</summary>
    public sealed record StartTimer(int Id, DateTimeOffset FireAt) : Decision;

    /// <summary>Forget a timer of an earlier turn.</summary>
    public sealed record CancelTimer(int Id) : Decision;

    /// <summary>Start a sub-orchestration.</summary>
    public sealed record StartChild(
        int Id, string Name, string InstanceId, string? Input, string? Version, IReadOnlyDictionary<string, string>? Tags) : Decision;

    /// <summary>Send an event to another instance.</summary>
    public sealed record SendEvent(int Id, string InstanceId, string Name, string? Payload) : Decision;

    /// <summary>What the history keeps of it, to recognise it on a replay; null when nothing.</summary>
    public Step? ToStep() => this switch
    {
        CallActivity call => new Step("activity", call.Id, call.Name),
        StartTimer timer => new Step("timer", timer.Id, null),
        StartChild child => new Step("child", child.Id, child.Name),
        SendEvent send => new Step("event", send.Id, send.Name),
        CancelTimer => null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

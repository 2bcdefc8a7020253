using System.Text.Json.Serialization;

namespace Rectify.Embedded.Engine.Replay;

/// <summary>Something that happened to an execution. The names are stored: old ones stay readable.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "e")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(TaskCompleted), "taskCompleted")]
[JsonDerivedType(typeof(TaskFailed), "taskFailed")]
[JsonDerivedType(typeof(TimerFired), "timerFired")]
[JsonDerivedType(typeof(EventRaised), "eventRaised")]
internal abstract record HistoryEvent
{
    private HistoryEvent()
    {
    }

    /// <summary>The execution begins; its input stands in the instance.</summary>
    public sealed record Started : HistoryEvent;

    /// <summary>An activity or a sub-orchestration ended well.</summary>
    public sealed record TaskCompleted(int Id, string? Result) : HistoryEvent;

    /// <summary>An activity or a sub-orchestration failed.</summary>
    public sealed record TaskFailed(int Id, Failure Failure) : HistoryEvent;

    /// <summary>A timer is due.</summary>
    public sealed record TimerFired(int Id) : HistoryEvent;

    /// <summary>An external event arrived.</summary>
    public sealed record EventRaised(string Name, string? Payload) : HistoryEvent;
}

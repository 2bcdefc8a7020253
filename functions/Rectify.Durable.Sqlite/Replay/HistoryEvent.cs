using System.Text.Json.Serialization;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>Something that happened to an execution, by Durable Task's names. They are stored: old ones stay readable.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "e")]
[JsonDerivedType(typeof(ExecutionStarted), "executionStarted")]
[JsonDerivedType(typeof(TaskCompleted), "taskCompleted")]
[JsonDerivedType(typeof(TaskFailed), "taskFailed")]
[JsonDerivedType(typeof(SubOrchestrationInstanceCompleted), "subOrchestrationInstanceCompleted")]
[JsonDerivedType(typeof(SubOrchestrationInstanceFailed), "subOrchestrationInstanceFailed")]
[JsonDerivedType(typeof(TimerFired), "timerFired")]
[JsonDerivedType(typeof(EventRaised), "eventRaised")]
internal abstract record HistoryEvent
{
    private HistoryEvent()
    {
    }

    /// <summary>The execution begins; its input stands in the instance.</summary>
    public sealed record ExecutionStarted : HistoryEvent;

    /// <summary>An activity ended well.</summary>
    public sealed record TaskCompleted(int Id, string? Result) : HistoryEvent;

    /// <summary>An activity failed.</summary>
    public sealed record TaskFailed(int Id, Failure Failure) : HistoryEvent;

    /// <summary>A sub-orchestration ended well.</summary>
    public sealed record SubOrchestrationInstanceCompleted(int Id, string? Result) : HistoryEvent;

    /// <summary>A sub-orchestration failed.</summary>
    public sealed record SubOrchestrationInstanceFailed(int Id, Failure Failure) : HistoryEvent;

    /// <summary>A timer is due.</summary>
    public sealed record TimerFired(int Id) : HistoryEvent;

    /// <summary>An external event arrived.</summary>
    public sealed record EventRaised(string Name, string? Payload) : HistoryEvent;
}

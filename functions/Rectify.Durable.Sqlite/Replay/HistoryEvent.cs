using System.Text.Json.Serialization;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>An event of an execution, named as in Durable Task. Events are stored, so that their JSON must stay readable.</summary>
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

    /// <summary>The execution begins. Its input is stored with the instance.</summary>
    public sealed record ExecutionStarted : HistoryEvent;

    /// <summary>An activity succeeded.</summary>
    public sealed record TaskCompleted(int Id, string? Result) : HistoryEvent;

    /// <summary>An activity failed.</summary>
    public sealed record TaskFailed(int Id, Failure Failure) : HistoryEvent;

    /// <summary>A sub-orchestration succeeded.</summary>
    public sealed record SubOrchestrationInstanceCompleted(int Id, string? Result) : HistoryEvent;

    /// <summary>A sub-orchestration failed.</summary>
    public sealed record SubOrchestrationInstanceFailed(int Id, Failure Failure) : HistoryEvent;

    /// <summary>A timer is due.</summary>
    public sealed record TimerFired(int Id) : HistoryEvent;

    /// <summary>An external event arrived.</summary>
    public sealed record EventRaised(string Name, string? Payload) : HistoryEvent;
}

using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>
/// Something that an orchestrator asked for in a turn, named as in Durable Task's history. Decisions are stored, so that their JSON must
/// stay readable.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "e")]
[JsonDerivedType(typeof(TaskScheduled), "taskScheduled")]
[JsonDerivedType(typeof(TimerCreated), "timerCreated")]
[JsonDerivedType(typeof(SubOrchestrationInstanceCreated), "subOrchestrationInstanceCreated")]
[JsonDerivedType(typeof(EventSent), "eventSent")]
internal abstract record RecordedDecision(int Id)
{
    /// <summary>Run an activity.</summary>
    public sealed record TaskScheduled(int Id, string Name, string? Version, string? Input) : RecordedDecision(Id);

    /// <summary>Fire a timer.</summary>
    public sealed record TimerCreated(int Id, DateTimeOffset FireAt) : RecordedDecision(Id);

    /// <summary>Start a sub-orchestration.</summary>
    public sealed record SubOrchestrationInstanceCreated(
        int Id, string Name, string InstanceId, string? Version, string? Input, IReadOnlyDictionary<string, string>? Tags)
            : RecordedDecision(Id);

    /// <summary>Send an event to another instance.</summary>
    public sealed record EventSent(int Id, string InstanceId, string Name, string? Payload) : RecordedDecision(Id);

    /// <summary>Whether the other decision is the same call, as far as a replay can tell.</summary>
    /// <remarks>
    /// As in Durable Task's own replay, inputs, versions and instants are not compared: in a replay the code may compute another instant
    /// for an existing timer.
    /// </remarks>
    public bool Matches(RecordedDecision other) =>
        GetType() == other.GetType() && Id == other.Id && string.Equals(NameOf(this), NameOf(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>The call in words.</summary>
    public sealed override string ToString() => this switch
    {
        TaskScheduled task => $"activity '{task.Name}' #{Id}",
        TimerCreated => $"timer #{Id}",
        SubOrchestrationInstanceCreated child => $"child '{child.Name}' #{Id}",
        EventSent sent => $"event '{sent.Name}' #{Id}",
        _ => throw new UnreachableException(),
    };

    private static string? NameOf(RecordedDecision decision) => decision switch
    {
        TaskScheduled task => task.Name,
        SubOrchestrationInstanceCreated child => child.Name,
        EventSent sent => sent.Name,
        _ => null,
    };
}

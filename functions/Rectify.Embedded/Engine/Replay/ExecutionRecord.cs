namespace Rectify.Embedded.Engine.Replay;

/// <summary>An execution with all its turns, as a recorded history holds it.</summary>
internal sealed record ExecutionRecord(
    string InstanceId, string Name, string Version, string? Input, string? ParentId, string? ParentName, IReadOnlyList<Turn> Turns);

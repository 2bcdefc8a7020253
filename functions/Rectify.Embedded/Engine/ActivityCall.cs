namespace Rectify.Embedded.Engine;

/// <summary>One call of an activity.</summary>
/// <param name="Name">The activity.</param>
/// <param name="InstanceId">The orchestration that calls.</param>
/// <param name="TaskId">The call's number within the orchestration's execution, from 0.</param>
/// <param name="Input">The serialized input, or null.</param>
public sealed record ActivityCall(string Name, string InstanceId, int TaskId, string? Input);

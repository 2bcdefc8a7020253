namespace Rectify.Durable.Sqlite;

/// <summary>One call of an activity.</summary>
/// <param name="Name">The name of the activity.</param>
/// <param name="InstanceId">The id of the orchestration that calls.</param>
/// <param name="TaskId">The call's number within the orchestration's execution, from 0.</param>
/// <param name="Input">The serialized input, or null.</param>
/// <param name="Version">
/// The version that the call asks for: that of the orchestration unless the code names another; empty for none.
/// </param>
public sealed record ActivityCall(string Name, string InstanceId, int TaskId, string? Input, string Version = "");

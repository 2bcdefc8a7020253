namespace Rectify.Durable.Sqlite;

/// <summary>An instance whose code no longer matches its history, or whose record cannot be read or continued.</summary>
/// <remarks>The instance continues when code and record match again.</remarks>
/// <param name="InstanceId">The id of the instance.</param>
/// <param name="Name">The name of its orchestrator.</param>
/// <param name="Reason">The first difference between record and code, or what is wrong with the record.</param>
public sealed record StalledInstance(string InstanceId, string Name, string Reason);

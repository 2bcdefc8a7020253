namespace Rectify.Durable.Sqlite;

/// <summary>An instance whose code no longer matches its history, or whose record cannot be read or continued.</summary>
/// <remarks>It goes on when code and record match again.</remarks>
/// <param name="InstanceId">Its id.</param>
/// <param name="Name">Its orchestrator.</param>
/// <param name="Reason">The first difference between record and code, or what is wrong with the record.</param>
public sealed record StalledInstance(string InstanceId, string Name, string Reason);

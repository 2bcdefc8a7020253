namespace Rectify.Embedded.Engine;

/// <summary>An instance whose code no longer matches its history. It goes on when matching code is back.</summary>
/// <param name="InstanceId">Its id.</param>
/// <param name="Name">Its orchestrator.</param>
/// <param name="Reason">The first difference between record and code.</param>
public sealed record StalledInstance(string InstanceId, string Name, string Reason);

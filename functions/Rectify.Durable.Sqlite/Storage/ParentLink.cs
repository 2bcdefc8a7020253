namespace Rectify.Durable.Sqlite.Storage;

/// <summary>Which task of which execution waits for a sub-orchestration.</summary>
internal sealed record ParentLink(string Id, string Name, long Execution, int TaskId);

namespace Rectify.Embedded.Engine.Storage;

/// <summary>An activity row: a call whose result is not yet committed.</summary>
internal sealed record ActivityWork(long Sequence, long Execution, ActivityCall Call);

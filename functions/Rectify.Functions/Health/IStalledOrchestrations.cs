namespace Rectify.Functions.Health;

/// <summary>Tells which orchestrations wait because the code no longer matches their history.</summary>
/// <remarks>
/// A host whose backend knows them adds it. The backends of the platform try such a turn again without end and tell nobody: there
/// what waits shows as steps that are late.
/// </remarks>
public interface IStalledOrchestrations
{
    /// <summary>The ids of all of them, in the order of their creation.</summary>
    Task<IReadOnlyList<string>> FindAsync(CancellationToken cancellation);
}

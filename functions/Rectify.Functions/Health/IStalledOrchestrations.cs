namespace Rectify.Functions.Health;

/// <summary>Lists the orchestrations that wait because the code no longer matches their history.</summary>
/// <remarks>
/// A host registers this service when its backend knows them. The backends on Azure retry such an orchestration without end and do not
/// report it; there its steps show up as late.
/// </remarks>
public interface IStalledOrchestrations
{
    /// <summary>The ids of these orchestrations, in the order of their creation.</summary>
    Task<IReadOnlyList<string>> FindAsync(CancellationToken cancellation);
}

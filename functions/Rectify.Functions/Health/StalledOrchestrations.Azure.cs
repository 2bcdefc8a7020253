namespace Rectify.Functions.Health;

/// <summary>Orchestrations whose history the code no longer matches. The platform's backends try such a turn again without end and tell nobody.</summary>
internal static class StalledOrchestrations
{
    /// <summary>Null: what waits shows as steps that are late.</summary>
    public static Task<IReadOnlyList<string>?> FindAsync(IServiceProvider services, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>?>(null);
}

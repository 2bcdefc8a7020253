using Microsoft.Extensions.DependencyInjection;
using Rectify.Embedded.Engine;

namespace Rectify.Functions.Health;

/// <summary>Orchestrations whose history the code no longer matches: they wait until matching code is back.</summary>
internal static class StalledOrchestrations
{
    /// <summary>The ids of all of them; null where the backend does not tell.</summary>
    public static async Task<IReadOnlyList<string>?> FindAsync(IServiceProvider services, CancellationToken cancellation) =>
        [.. (await services.GetRequiredService<DurableEngine>().GetStalledInstancesAsync(cancellation)).Select(instance => instance.InstanceId)];
}

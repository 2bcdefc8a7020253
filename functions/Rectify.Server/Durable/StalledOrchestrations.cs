using Rectify.Durable.Sqlite;
using Rectify.Functions.Health;

namespace Rectify.Server.Durable;

/// <summary>
/// Orchestrations that the engine has stalled, because the code does not match their history; they continue when matching code is deployed.
/// </summary>
internal sealed class StalledOrchestrations(DurableEngine engine) : IStalledOrchestrations
{
    public async Task<IReadOnlyList<string>> FindAsync(CancellationToken cancellation) =>
        [.. (await engine.GetStalledInstancesAsync(cancellation)).Select(instance => instance.InstanceId)];
}

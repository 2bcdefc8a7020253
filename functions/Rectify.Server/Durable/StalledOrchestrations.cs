using Rectify.Durable.Sqlite;
using Rectify.Functions.Health;

namespace Rectify.Server.Durable;

/// <summary>Orchestrations that the engine has set aside: they wait until matching code is back.</summary>
internal sealed class StalledOrchestrations(DurableEngine engine) : IStalledOrchestrations
{
    public async Task<IReadOnlyList<string>> FindAsync(CancellationToken cancellation) =>
        [.. (await engine.GetStalledInstancesAsync(cancellation)).Select(instance => instance.InstanceId)];
}

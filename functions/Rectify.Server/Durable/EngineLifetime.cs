using Microsoft.Extensions.Hosting;
using Rectify.Durable.Sqlite;

namespace Rectify.Server.Durable;

/// <summary>Starts the engine after the app's own services and before the first request; stops it after the last request.</summary>
internal sealed class EngineLifetime(DurableEngine engine) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => engine.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => engine.StopAsync(cancellationToken);
}

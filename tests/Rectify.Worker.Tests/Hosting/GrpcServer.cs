using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rectify.Worker.Tests.Durable;
using Rectify.Worker.Tests.Protocol;

namespace Rectify.Worker.Tests.Hosting;

/// <summary>The host's gRPC services on a loopback port: the worker's event stream, and the task hub for its durable client.</summary>
internal sealed class GrpcServer : IAsyncDisposable
{
    private readonly WebApplication app;

    public GrpcServer(DurableTaskClient client, Workers workers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = null;
            grpc.Interceptors.Add<InterruptedCalls>();
        });
        builder.Services.AddSingleton(Connections);
        builder.Services.AddSingleton(client);
        builder.Services.AddSingleton(workers);
        app = builder.Build();
        app.MapGrpcService<FunctionRpcService>();
        app.MapGrpcService<SidecarService>();
    }

    public WorkerConnections Connections { get; } = new();

    /// <summary>Where it listens, once it runs.</summary>
    public Uri Address => new(app.Urls.Single());

    public Task StartAsync(CancellationToken cancellation) => app.StartAsync(cancellation);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

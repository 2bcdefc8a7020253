using System.Net;
using System.Net.Sockets;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Hosts;

/// <summary>Microsoft's own in-memory host: the SDK's worker and client over gRPC, and a store that forgets.</summary>
internal sealed class InMemoryHost : IComparedHost
{
    private const int Attempts = 5;

    private readonly DurableTaskTestHost host;

    private InMemoryHost(DurableTaskTestHost host) => this.host = host;

    public DurableTaskClient Client => host.Client;

    public static async Task<IComparedHost> StartAsync(Code code, Journal journal)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new InMemoryHost(await DurableTaskTestHost.StartAsync(tasks => Register(tasks, code, journal), Options(code)));
            }
            catch (IOException) when (attempt < Attempts)
            {
                // Another process took the port between our look and the host's.
            }
        }
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static DurableTaskTestHostOptions Options(Code code) => new()
    {
        Port = FreePort(),
        ConfigureServices = services =>
        {
            if (code.Versioning is { } versioning)
            {
                services.Configure<DurableTaskClientOptions>(options => options.DefaultVersion = versioning.Version);
                services.Configure<DurableTaskWorkerOptions>(options => options.Versioning = new DurableTaskWorkerOptions.VersioningOptions
                {
                    Version = versioning.Version,
                    DefaultVersion = versioning.Version,
                    MatchStrategy = versioning.Match,
                    FailureStrategy = versioning.Failure,
                });
            }
        },
    };

    private static void Register(DurableTaskRegistry tasks, Code code, Journal journal)
    {
        foreach (var orchestrator in code.Orchestrators)
        {
            orchestrator.AddTo(tasks, journal);
        }

        foreach (var activity in code.Activities)
        {
            activity.AddTo(tasks, journal);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
